import Documents
import LanguageAnalysis

/// Puts paragraphs together from the blocks of a CoNLL-U file.
struct ParagraphBuilder {
  var hasThreeClasses: Bool
  private(set) var paragraphs: [TreebankParagraph] = []
  private var text = ""
  private var sentences: [TreebankSentence] = []
  private var document = ""
  private var needsBlank = false

  init(hasThreeClasses: Bool) { self.hasThreeClasses = hasThreeClasses }

  /// Ends the paragraph at hand.
  mutating func close() {
    guard !sentences.isEmpty else { return }
    paragraphs.append(
      TreebankParagraph(
        text: SourceText(text), sentences: sentences, document: document, hasThreeClasses: hasThreeClasses))
    (text, sentences, needsBlank) = ("", [], false)
  }

  /// Adds the sentence of one block.
  mutating func add(_ block: Substring, spans: [String: [(form: String, tag: Int)]]) throws {
    var identifier = ""
    var words: [TreebankWord] = []
    var rangeEnd = 0
    for line in block.split(separator: "\n") {
      if line.hasPrefix("# newpar") { close() }
      if line.hasPrefix("# newdoc") {
        close()
        document = String(line.split(separator: " ").last ?? "")
      }
      if line.hasPrefix("# sent_id = ") { identifier = String(line.dropFirst(12)) }
      if line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10 else { throw TreebankError(description: "\(identifier): not ten columns") }
      if needsBlank, words.count >= rangeEnd { text += " " }
      if let dash = cells[0].firstIndex(of: "-") {
        rangeEnd = Int(cells[0][cells[0].index(after: dash)...]) ?? 0
        needsBlank = !cells[9].contains("SpaceAfter=No")
        if words.count < rangeEnd { blankAfterRange = needsBlank }
        needsBlank = false
        continue
      }
      words.append(try word(cells))
      if words.count < rangeEnd {
        needsBlank = false
      } else if words.count == rangeEnd {
        needsBlank = blankAfterRange
      } else {
        needsBlank = !cells[9].contains("SpaceAfter=No")
      }
    }
    if let spans = spans[identifier], spans.map(\.form) == words.map(\.form) {
      for index in words.indices { words[index].entity = spans[index].tag }
    }
    if !words.isEmpty { sentences.append(TreebankSentence(identifier: identifier, words: words)) }
  }

  private var blankAfterRange = false

  private mutating func word(_ cells: [Substring]) throws -> TreebankWord {
    let start = text.utf8.count
    text += cells[1]
    guard let upos = UPOS(rawValue: String(cells[3])),
      let relation = DependencyRelation(rawValue: String(cells[7])), let head = Int(cells[6])
    else { throw TreebankError(description: "unknown value in: \(cells.joined(separator: " "))") }
    return TreebankWord(
      form: String(cells[1]), lemma: String(cells[2]), upos: upos, xpos: XPOS(rawValue: String(cells[4])) ?? .other,
      head: head - 1, relation: relation, range: ByteRange(start, text.utf8.count), entity: nil)
  }
}
