internal import Documents
internal import PolicyModel
internal import Yams

/// The text of one frame file: YAML with the keys `table`, `frames`, `classes` and `promises`, each optional.
public struct FrameFile: Sendable, Hashable {
  /// The name for messages.
  public var name: String
  /// The YAML.
  public var text: String

  /// Names a text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What one file holds: promise words, and frames that wait until all classes are known.
struct FrameFileContents {
  /// A word of promised acts with its kind.
  struct Promise {
    var word: TextKey
    var kind: FactKind
  }

  /// A frame with its evoking words and the mistake to report if its name is taken.
  struct Entry {
    var frame: Frame
    var words: [(TextKey, Frame.Evoker)]
    /// The verbs among them, as strings.
    var verbs: [String]
    var duplicate: FrameFileError
  }

  var promises: [Promise] = []
  var table: FactTable?
  var nodes: [Node] = []
  let file: String

  /// The frames, with every name of a class checked.
  func frames(_ classes: WordClasses) throws(FrameFileError) -> [Entry] {
    var entries: [Entry] = []
    for node in nodes {
      guard let table else {
        throw FrameFileError(
          at: node, in: file, "frames want a `table` of events, operations or commitments above them")
      }
      entries.append(try FrameReader(file: file, table: table, classes: classes).read(node))
    }
    return entries
  }
}

/// Reads the top level of a frame file.
struct FrameFileReader {
  private let file: FrameFile

  init(_ file: FrameFile) { self.file = file }

  /// The contents; classes go into `classes`.
  func read(classes: inout WordClasses) throws(FrameFileError) -> FrameFileContents {
    var contents = FrameFileContents(file: file.name)
    guard let root = try parse() else { return contents }
    for (key, node) in try root.entries(in: file.name) {
      switch key.string {
      case "table": contents.table = try table(node)
      case "frames": contents.nodes = try node.items(in: file.name)
      case "classes": try readClasses(node, into: &classes)
      case "promises": contents.promises += try promises(node)
      default: throw FrameFileError(at: key, in: file.name, "unknown key; allowed: table, frames, classes, promises")
      }
    }
    return contents
  }

  private func parse() throws(FrameFileError) -> Node? {
    do {
      return try Yams.compose(yaml: file.text)
    } catch let error as YamlError {
      throw FrameFileError(error, in: file.name)
    } catch {
      throw FrameFileError(file: file.name, line: 1, column: 1, message: "no YAML can be read")
    }
  }

  private func table(_ node: Node) throws(FrameFileError) -> FactTable {
    guard let table = FactTable(rawValue: try node.word(in: file.name)),
      [.events, .operations, .commitments].contains(table)
    else { throw FrameFileError(at: node, in: file.name, "a table is events, operations or commitments") }
    return table
  }

  private func readClasses(_ node: Node, into classes: inout WordClasses) throws(FrameFileError) {
    for (key, words) in try node.entries(in: file.name) {
      guard let members = classes.declare(try key.word(in: file.name)) else {
        throw FrameFileError(at: key, in: file.name, "there are \(WordClasses.Members.capacity) classes already")
      }
      for word in try words.items(in: file.name) { classes.insert(try word.word(in: file.name), into: members) }
    }
  }

  private func promises(_ node: Node) throws(FrameFileError) -> [FrameFileContents.Promise] {
    var promises: [FrameFileContents.Promise] = []
    for (key, words) in try node.entries(in: file.name) {
      guard let kind = FactKind(try key.word(in: file.name)) else {
        throw FrameFileError(at: key, in: file.name, "a kind is a word in small letters")
      }
      for word in try words.items(in: file.name) {
        promises.append(.init(word: TextKey(try word.word(in: file.name)), kind: kind))
      }
    }
    return promises
  }
}
