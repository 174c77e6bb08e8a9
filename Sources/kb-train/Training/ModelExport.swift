import Documents
import LanguageAnalysis

/// Writes a trained network and the tables beside it into a model file.
struct ModelExport {
  var network: TrainingNetwork
  var vocabulary: Vocabulary
  var lemmas: LemmaTables
  /// The tokenizer's word lists, as tokens.tsv has them.
  var tokenRules: String

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    var writer = ModelWriter()
    let shape = network.shape
    writer.add(.shape, ModelWriter.bytes(of: shape.numbers))
    writer.add(.tokenRules, try Self.tokenRules(tokenRules))
    writer.add(.words, KeyTable.encode(vocabulary.rows.map { ($0.key.value, $0.value) }))
    let words = network.finishedWords()
    let scale = Self.embeddingScale(words, network.pieces.values)
    writer.add(.wordRows, Self.quantized(words, scale))
    writer.add(.pieceRows, Self.quantized(network.pieces.values, scale))
    writer.add(.numbers, ModelWriter.bytes(of: [scale] + network.parser.distance.values))
    let kinds: [ModelSectionKind] = [.firstLayer, .secondLayer, .thirdLayer]
    for (layer, kind) in zip(network.layers, kinds) {
      writer.add(kind, Self.encode(layer.weights, width: shape.gates, layer.bias))
    }
    writer.add(.starts, Self.encode(network.starts, width: 2, network.startsBias))
    writer.add(.tags, Self.encode(network.tags, width: NetworkShape.tags, network.tagsBias))
    writer.add(.entities, Self.encode(network.entities, width: NetworkShape.entities, network.entitiesBias))
    writer.add(.entityTransitions, ModelWriter.bytes(of: network.transitionScores))
    add(network.parser, to: &writer)
    var lemmas = lemmas
    lemmas.write(to: &writer)
    return writer.finish()
  }

  private func add(_ parser: ParserHead, to writer: inout ModelWriter) {
    let shape = network.shape
    writer.add(.parser, Self.encode(parser.projection, width: shape.parser, parser.projectionBias))
    // A head's worth alone is the bias of every query.
    writer.add(.bilinear, Self.encode(parser.bilinear, width: shape.arc, parser.headWorth))
    writer.add(
      .root,
      QuantizedMatrix.encode(parser.root.values, depth: shape.arc, columns: 1, width: 1, bias: [0]))
    writer.add(.relations, Self.encode(parser.relations, width: NetworkShape.relations, parser.relationsBias))
  }

  private static func encode(_ matrix: Matrix, width: Int, _ bias: Matrix) -> [UInt8] {
    QuantizedMatrix.encode(
      matrix.values, depth: matrix.rows, columns: matrix.columns, width: width, bias: bias.values)
  }

  /// What one step of 8 bits is worth: so that one number in 10,000 is cut off.
  private static func embeddingScale(_ words: [Float], _ pieces: [Float]) -> Float {
    let sizes = (words + pieces).map { abs($0) }.sorted()
    return max(sizes[sizes.count - 1 - sizes.count / 10_000], 1e-6) / 127
  }

  private static func quantized(_ values: [Float], _ scale: Float) -> [UInt8] {
    values.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded())))) }
  }

  /// The section of the tokenizer's word lists.
  static func tokenRules(_ text: String) throws -> [UInt8] {
    let kinds: [Substring: TokenRules.Rule] = [
      "abbreviation": .abbreviation, "number-abbreviation": .numberAbbreviation,
      "inner-abbreviation": .innerAbbreviation, "prefix": .prefix, "unit": .unit,
      "domain": .domain, "whole": .whole, "clitic-1": .cliticOfOne, "clitic-2": .cliticOfTwo,
      "clitic-3": .cliticOfThree,
    ]
    var entries: [UInt64: UInt32] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let kind = kinds[cells[0]] else {
        throw TreebankError(description: "tokens.tsv: cannot read: \(line)")
      }
      for word in cells[1].split(separator: " ") where entries[TextKey(String(word)).value] == nil {
        entries[TextKey(String(word)).value] = kind.rawValue
      }
    }
    return KeyTable.encode(entries.map { ($0.key, $0.value) })
  }
}
