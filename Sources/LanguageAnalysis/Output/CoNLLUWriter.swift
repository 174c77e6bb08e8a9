import Documents

/// Writes analyses as CoNLL-U (https://universaldependencies.org/format.html).
///
/// Each sentence has `# sent_id` and `# text`; MISC has `SpaceAfter=No` and the entity tags `NER=B-PER`, `NER=I-PER`
/// and so on. White space that is not one blank stands in MISC as UDPipe writes it (`SpacesAfter=\s\n`,
/// `SpacesBefore` for the first word), so that the text can be put together again byte for byte. Words that stand together in the text are words of their own, not multiword tokens. `# text` and
/// forms show the text byte for byte but for line ends and tabs, which become blanks.
public struct CoNLLUWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The sentences of an analysis; `document` names it in `# newdoc id` and starts the sentence identifiers.
  public func write(_ analysis: Analysis, document: String) -> String {
    let tags = entityTags(analysis)
    var lines = "# newdoc id = \(oneLine(document))\n"
    for (index, sentence) in analysis.sentences.enumerated() {
      lines += "# sent_id = \(oneLine(document))-\(index + 1)\n"
      lines += "# text = \(oneLine(analysis.text[sentence.range]))\n"
      for token in sentence.tokens { lines += row(token, sentence, analysis, tags[token]) }
      lines += "\n"
    }
    return lines
  }

  private func row(_ index: Int, _ sentence: Sentence, _ analysis: Analysis, _ tag: String?) -> String {
    let token = analysis.tokens[index]
    let head = token.head < 0 ? 0 : Int(token.head) - sentence.tokens.lowerBound + 1
    var misc: [String] = []
    if let tag { misc.append("NER=\(tag)") }
    misc += gaps(index, analysis)
    let cells = [
      String(index - sentence.tokens.lowerBound + 1), oneLine(analysis.text[token.range]),
      oneLine(analysis.symbols[token.lemma]), token.upos.rawValue, token.xpos.rawValue, "_", String(head),
      token.relation.rawValue, "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
    ]
    return cells.joined(separator: "\t") + "\n"
  }

  /// The white space around a token where it is not one blank.
  private func gaps(_ index: Int, _ analysis: Analysis) -> [String] {
    let token = analysis.tokens[index]
    var gaps: [String] = []
    if index == 0, token.range.start > 0, let before = escaped(analysis.text[ByteRange(0, token.range.start)]) {
      gaps.append("SpacesBefore=\(before)")
    }
    let isLast = index + 1 == analysis.tokens.count
    let next = isLast ? analysis.text.range.end : analysis.tokens[index + 1].range.start
    if next == token.range.end {
      if !isLast { gaps.append("SpaceAfter=No") }
    } else if let after = escaped(analysis.text[ByteRange(token.range.end, next)]), after != "\\s" {
      gaps.append("SpacesAfter=\(after)")
    }
    return gaps
  }

  private func entityTags(_ analysis: Analysis) -> [String?] {
    var tags = [String?](repeating: nil, count: analysis.tokens.count)
    for entity in analysis.entities {
      for index in entity.tokens {
        tags[index] = (index == entity.tokens.lowerBound ? "B-" : "I-") + entity.label.rawValue
      }
    }
    return tags
  }

  /// White space in letters; nil where a gap is something else, as text between the blocks that are analysed.
  private func escaped(_ gap: String) -> String? {
    var escaped = ""
    for byte in gap.utf8 {
      switch byte {
      case 0x20: escaped += "\\s"
      case 0x09: escaped += "\\t"
      case 0x0A: escaped += "\\n"
      case 0x0D: escaped += "\\r"
      default: return nil
      }
    }
    return escaped
  }

  private func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
