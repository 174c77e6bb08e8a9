internal import Yams

extension FrameFileError {
  /// A mistake where a node begins.
  init(at node: Node, in file: String, _ message: String) {
    self.init(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message)
  }

  /// A mistake that the YAML parser found.
  init(_ error: YamlError, in file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, message: "no YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "keys occur twice: \(duplicates.joined(separator: ", "))")
    default: self.init(file: file, line: 1, column: 1, message: "no YAML can be read")
    }
  }
}

extension Node {
  /// The pairs of a mapping.
  func entries(in file: String) throws(FrameFileError) -> [(key: Node, value: Node)] {
    guard case .mapping(let mapping) = self else {
      throw FrameFileError(at: self, in: file, "here stand keys with values")
    }
    return mapping.map { ($0.key, $0.value) }
  }

  /// The items of a sequence, or the node itself where it is a scalar.
  func items(in file: String) throws(FrameFileError) -> [Node] {
    switch self {
    case .sequence(let sequence): return Array(sequence)
    case .scalar: return [self]
    default: throw FrameFileError(at: self, in: file, "here stands a list of words")
    }
  }

  /// The text of a scalar.
  func word(in file: String) throws(FrameFileError) -> String {
    guard case .scalar(let scalar) = self else { throw FrameFileError(at: self, in: file, "here stands one word") }
    return scalar.string
  }
}
