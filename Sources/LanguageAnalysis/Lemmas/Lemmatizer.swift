package import Documents

/// Makes the lemma of a token from its form and tags.
///
/// The script comes from a table of forms with their tags, else from the longest known ending with the Penn tag, else
/// the form in small letters (a name's as it stands) is the lemma.
package struct Lemmatizer: Sendable {
  private let forms: KeyTable
  private let endings: KeyTable
  private let scripts: [LemmaScript]
  /// The longest ending that the table may have, in bytes.
  package static let longestEnding = 6

  init(_ model: LanguageModel) {
    forms = KeyTable(model.section(.lemmaForms))
    endings = KeyTable(model.section(.lemmaEndings))
    let table = model.numbers(.lemmaScripts, as: UInt32.self)
    let strings = model.numbers(.lemmaStrings, as: UInt8.self)
    var scripts: [LemmaScript] = []
    for row in stride(from: 0, to: table.count, by: 3) {
      let casing = LemmaScript.Casing(rawValue: UInt8(table[row] & 0xFF)) ?? .lower
      let (start, length) = (Int(table[row + 1]), Int(table[row + 2]))
      scripts.append(
        LemmaScript(casing: casing, cut: UInt8(table[row] >> 8), ending: Array(strings[start..<start + length])))
    }
    self.scripts = scripts
  }

  /// Interns the lemma of the token at `range`; `form` is the symbol of its form in small letters.
  func lemma(
    _ bytes: Span<UInt8>, _ range: ByteRange, form: Symbol, tags: (upos: Int, xpos: Int), in memory: inout LemmaMemory,
    symbols: inout SymbolTable
  ) -> Symbol {
    let script = self.script(formKey: symbols.key(form), bytes, range, tags)
    if script == nil, !Self.isName(TagTables.xpos[tags.xpos]) { return form }
    if let script, script.casing == .lower, script.cut == 0, script.ending.isEmpty { return form }
    memory.buffer.removeAll(keepingCapacity: true)
    let casing = script?.casing ?? (Self.isShouted(bytes, range) ? .title : .keep)
    let kept = max(0, range.count - Int(script?.cut ?? 0))
    for index in range.start..<range.start + kept {
      let folds = casing == .lower || (casing == .title && index > range.start)
      memory.buffer.append(folds ? TextBytes.lowered(bytes[index]) : bytes[index])
    }
    memory.buffer.append(contentsOf: script?.ending ?? [])
    return memory.buffer.isEmpty ? form : symbols.intern(memory.buffer.span)
  }

  private func script(
    formKey: TextKey, _ bytes: Span<UInt8>, _ range: ByteRange, _ tags: (upos: Int, xpos: Int)
  ) -> LemmaScript? {
    if let number = forms[Self.formKey(formKey, upos: tags.upos, xpos: tags.xpos)] { return scripts[Int(number)] }
    let hashes = EndingHashes(bytes, range)
    for length in stride(from: min(Self.longestEnding, range.count), through: 1, by: -1) {
      if let number = endings[Self.endingKey(hashes[length], xpos: tags.xpos)] { return scripts[Int(number)] }
    }
    return nil
  }

  /// Whether a tag marks a part of a name, whose lemma keeps its capitals.
  package static func isName(_ xpos: XPOS) -> Bool { xpos == .nnp || xpos == .nnps }

  /// Whether a word of several letters has capitals only.
  private static func isShouted(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard range.count > 5 else { return false }
    for index in range.start..<range.end where !TextBytes.isUpper(bytes[index]) { return false }
    return true
  }

  /// The key of a form with the numbers of its tags.
  package static func formKey(_ form: TextKey, upos: Int, xpos: Int) -> UInt64 {
    mixed(form.value, UInt64(upos) << 8 | UInt64(xpos))
  }

  /// The key of an ending with the number of the Penn tag.
  package static func endingKey(_ ending: UInt64, xpos: Int) -> UInt64 { mixed(ending, 0x1_0000 | UInt64(xpos)) }

  private static func mixed(_ key: UInt64, _ tags: UInt64) -> UInt64 {
    let product = (key ^ (tags &* 0x9E37_79B9_7F4A_7C15)) &* 0xd6e8_feb8_6659_fd93
    return product ^ (product >> 32)
  }
}

/// The buffer that lemmas are made in.
struct LemmaMemory {
  var buffer: [UInt8] = []
}

/// The hashes of a form's endings of one byte and longer, with capitals folded.
package struct EndingHashes {
  private var hashes: [UInt64] = [0]

  package init(_ bytes: Span<UInt8>, _ range: ByteRange) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for length in 1...max(1, min(Lemmatizer.longestEnding, range.count)) where length <= range.count {
      hash = (hash ^ UInt64(TextBytes.lowered(bytes[range.end - length]))) &* 0x0000_0100_0000_01b3
      hashes.append(hash)
    }
  }

  /// The hash of the ending of `length` bytes.
  package subscript(length: Int) -> UInt64 { hashes[length] }
}
