import Documents

/// Writes analyses as JSON: one object a document with its text, sentences, tokens and entities. Offsets count code
/// points from the text's start.
public struct AnalysisJSONWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// One object on one line: `document`, `text`, `sentences` (`id` as in CoNLL-U, `start`, `end`, `first_token`,
  /// `last_token`), `tokens` (`form`, `lemma`, `upos`, `xpos`, `head`, `relation`, `start`, `end`; heads count the
  /// document's tokens from 0, null for a root) and `entities` (`label`, `text`, `start`, `end`, `first_token`,
  /// `last_token`).
  public func write(_ analysis: Analysis, document: String) -> String {
    let offsets = CodePointOffsets(analysis.text)
    var json = JSONWriter()
    json.beginObject()
    json.member("document", document)
    json.member("text", analysis.text.string)
    array("sentences", of: analysis.sentences.enumerated(), in: &json) { sentence, json in
      json.member("id", "\(document)-\(sentence.offset + 1)")
      write(sentence.element.range, offsets, to: &json)
      write(sentence.element.tokens, to: &json)
    }
    array("tokens", of: analysis.tokens, in: &json) { token, json in
      json.member("form", analysis.text[token.range])
      json.member("lemma", analysis.symbols[token.lemma])
      json.member("upos", token.upos.rawValue)
      json.member("xpos", token.xpos.rawValue)
      json.member("head", token.head < 0 ? nil : Int(token.head))
      json.member("relation", token.relation.rawValue)
      write(token.range, offsets, to: &json)
    }
    array("entities", of: analysis.entities, in: &json) { entity, json in
      let (first, last) = (entity.tokens.lowerBound, entity.tokens.upperBound - 1)
      let range = analysis.tokens[first].range.union(analysis.tokens[last].range)
      json.member("label", entity.label.rawValue)
      json.member("text", analysis.text[range])
      write(range, offsets, to: &json)
      write(entity.tokens, to: &json)
    }
    json.endObject()
    return json.text + "\n"
  }

  /// A member that is an array of objects.
  private func array<Elements: Sequence>(
    _ name: String, of elements: Elements, in json: inout JSONWriter,
    members: (Elements.Element, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      members(element, &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ range: ByteRange, _ offsets: CodePointOffsets, to json: inout JSONWriter) {
    let points = offsets.codePoints(of: range)
    json.member("start", points.lowerBound)
    json.member("end", points.upperBound)
  }

  private func write(_ tokens: Range<Int>, to json: inout JSONWriter) {
    json.member("first_token", tokens.lowerBound)
    json.member("last_token", tokens.upperBound - 1)
  }
}
