/// The sections of a model file, by number.
package enum ModelSectionKind: UInt32, CaseIterable, Sendable {
  /// The sizes of the network, as 32-bit integers in the order of `NetworkShape`.
  case shape = 1
  /// The tokenizer's word lists, a key table.
  case tokenRules
  /// The rows of known words, a key table.
  case words
  /// The embeddings of words and of pieces, 8 bits each.
  case wordRows, pieceRows
  /// Numbers: the scale of the embeddings, then the scores of head distances.
  case numbers
  /// Matrices with their biases.
  case firstLayer, secondLayer, thirdLayer, starts, tags, entities, parser, bilinear, root, relations
  /// The lemmatizer's tables: scripts of forms, scripts of endings, the scripts, their strings.
  case lemmaForms, lemmaEndings, lemmaScripts, lemmaStrings
  /// The scores of entity tags behind others, then behind the start of a sentence.
  case entityTransitions
}

/// A run of a model's bytes, aligned to 64.
@safe package struct ModelSection: @unchecked Sendable {
  // Leads into memory that outlives it and is never written: sharing it is safe.
  let start: UnsafeRawPointer
  /// The number of bytes.
  let count: Int
}

/// Puts a model file together: a magic number, a version, the sections' places, then the sections, each aligned to 64.
package struct ModelWriter {
  static let magic: UInt32 = 0x4D4C_424B
  static let version: UInt32 = 3
  private var sections: [(kind: ModelSectionKind, bytes: [UInt8])] = []

  package init() {}

  /// Adds a section; each kind once.
  package mutating func add(_ kind: ModelSectionKind, _ bytes: [UInt8]) { sections.append((kind, bytes)) }

  /// The whole file.
  package func finish() -> [UInt8] {
    var offset = Self.aligned(12 + 12 * sections.count)
    var header: [UInt32] = [Self.magic, Self.version, UInt32(sections.count)]
    for (kind, bytes) in sections {
      header += [kind.rawValue, UInt32(offset), UInt32(bytes.count)]
      offset = Self.aligned(offset + bytes.count)
    }
    var file = Self.bytes(of: header)
    for (_, bytes) in sections {
      file += [UInt8](repeating: 0, count: Self.aligned(file.count) - file.count)
      file += bytes
    }
    return file
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }

  /// The bytes of numbers as they lie in memory (little endian on every CPU that we build for).
  package static func bytes<Number: BitwiseCopyable>(of numbers: [Number]) -> [UInt8] {
    unsafe numbers.withUnsafeBytes { bytes in unsafe Array(bytes) }
  }
}
