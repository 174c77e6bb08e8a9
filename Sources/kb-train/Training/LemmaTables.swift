import Documents
import LanguageAnalysis

/// Learns the lemmatizer's tables: for each form with its tags the script that the treebanks use most, and for endings
/// with the Penn tag the script that most of their forms use. Forms that their ending settles are left out.
struct LemmaTables {
  private var forms: [UInt64: [LemmaScript: Int]] = [:]
  private var endings: [UInt64: [LemmaScript: Int]] = [:]
  private var endingsOfForms: [UInt64: [UInt64]] = [:]
  private var names: Set<UInt64> = []
  private var numbers: [LemmaScript: UInt32] = [:]
  private var scripts: [LemmaScript] = []

  /// Learns from one word in its paragraph's bytes.
  mutating func learn(_ word: TreebankWord, _ bytes: Span<UInt8>) {
    guard word.lemma != "_", let script = LemmaScript(form: word.form, lemma: word.lemma) else { return }
    let upos = TagTables.upos.firstIndex(of: word.upos) ?? 0
    let xpos = TagTables.xpos.firstIndex(of: word.xpos) ?? 0
    let form = TextKey(bytes.extracting(word.range.start..<word.range.end), foldingCase: true)
    let key = Lemmatizer.formKey(form, upos: upos, xpos: xpos)
    if Lemmatizer.isName(word.xpos) { names.insert(key) }
    forms[key, default: [:]][script, default: 0] += 1
    guard endingsOfForms[key] == nil else { return }
    let hashes = EndingHashes(bytes, word.range)
    let keys = (1...min(Lemmatizer.longestEnding, word.range.count)).map {
      Lemmatizer.endingKey(hashes[$0], xpos: xpos)
    }
    endingsOfForms[key] = keys
    for ending in keys { endings[ending, default: [:]][script, default: 0] += 1 }
  }

  /// Adds the sections of the tables to a model.
  mutating func write(to writer: inout ModelWriter) {
    var endingScripts: [UInt64: LemmaScript] = [:]
    for (key, counts) in endings {
      guard let (script, count) = Self.best(counts), count >= 2 else { continue }
      let total = counts.values.reduce(0, +)
      if count * 3 >= total * 2 { endingScripts[key] = script }
    }
    var formEntries: [(key: UInt64, number: UInt32)] = []
    for key in forms.keys.sorted() {
      guard let counts = forms[key], let (script, _) = Self.best(counts) else { continue }
      let settled = endingsOfForms[key]?.last { endingScripts[$0] != nil }.flatMap { endingScripts[$0] }
      let plain = LemmaScript(casing: names.contains(key) ? .keep : .lower, cut: 0, ending: [])
      if script != (settled ?? plain) { formEntries.append((key, number(script))) }
    }
    let endingEntries = endingScripts.keys.sorted().map { (key: $0, number: number(endingScripts[$0] ?? scripts[0])) }
    writer.add(.lemmaForms, KeyTable.encode(formEntries))
    writer.add(.lemmaEndings, KeyTable.encode(endingEntries))
    var table: [UInt32] = []
    var strings: [UInt8] = []
    for script in scripts {
      table += [
        UInt32(script.casing.rawValue) | UInt32(script.cut) << 8, UInt32(strings.count), UInt32(script.ending.count),
      ]
      strings += script.ending
    }
    writer.add(.lemmaScripts, ModelWriter.bytes(of: table))
    writer.add(.lemmaStrings, strings)
  }

  private mutating func number(_ script: LemmaScript) -> UInt32 {
    if let number = numbers[script] { return number }
    let number = UInt32(scripts.count)
    numbers[script] = number
    scripts.append(script)
    return number
  }

  /// The most frequent script, ties broken by its content.
  private static func best(_ counts: [LemmaScript: Int]) -> (LemmaScript, Int)? {
    counts.max { a, b in
      a.value != b.value ? a.value < b.value : order(a.key).lexicographicallyPrecedes(order(b.key))
    }.map { ($0.key, $0.value) }
  }

  private static func order(_ script: LemmaScript) -> [UInt8] {
    [script.casing.rawValue, script.cut] + script.ending
  }
}
