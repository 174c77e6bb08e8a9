import Documents

/// Writes analyses as JSON: one object a document with its sentences, tokens and entities. Offsets count code points
/// from the text's start.
public struct AnalysisJSONWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// One object on one line: `document`, `sentences` (`start`, `end`, `first_token`, `last_token`), `tokens` (`form`,
  /// `lemma`, `upos`, `xpos`, `head`, `relation`, `start`, `end`; heads count tokens from 0, null for a root) and
  /// `entities` (`label`, `text`, `start`, `end`, `first_token`, `last_token`).
  public func write(_ analysis: Analysis, document: String) -> String {
    let offsets = CodePointOffsets(analysis.text)
    let sentences = analysis.sentences.map { sentence in
      "{\(span(sentence.range, offsets)),\(self.tokens(sentence.tokens))}"
    }
    let tokens = analysis.tokens.map { token in
      let head = token.head < 0 ? "null" : String(token.head)
      return "{\"form\":\(quoted(analysis.text[token.range])),\"lemma\":\(quoted(analysis.symbols[token.lemma])),"
        + "\"upos\":\"\(token.upos.rawValue)\",\"xpos\":\(quoted(token.xpos.rawValue)),\"head\":\(head),"
        + "\"relation\":\"\(token.relation.rawValue)\",\(span(token.range, offsets))}"
    }
    let entities = analysis.entities.map { entity in
      let range = analysis.tokens[entity.tokens.lowerBound].range.union(
        analysis.tokens[entity.tokens.upperBound - 1].range)
      return "{\"label\":\"\(entity.label.rawValue)\",\"text\":\(quoted(analysis.text[range])),"
        + "\(span(range, offsets)),\(self.tokens(entity.tokens))}"
    }
    return "{\"document\":\(quoted(document)),\"sentences\":[\(sentences.joined(separator: ","))],"
      + "\"tokens\":[\(tokens.joined(separator: ","))],\"entities\":[\(entities.joined(separator: ","))]}\n"
  }

  private func span(_ range: ByteRange, _ offsets: CodePointOffsets) -> String {
    let points = offsets.codePoints(of: range)
    return "\"start\":\(points.lowerBound),\"end\":\(points.upperBound)"
  }

  private func tokens(_ tokens: Range<Int>) -> String {
    "\"first_token\":\(tokens.lowerBound),\"last_token\":\(tokens.upperBound - 1)"
  }

  /// A JSON string (RFC 8259).
  private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x00..<0x20: bytes += Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
