import Documents
import LanguageAnalysis

/// A file that cannot be read or is not what it should be.
struct TreebankError: Error, CustomStringConvertible {
  var description: String
}

/// Reads the treebanks and the spans of named entities.
struct TreebankReader {
  /// The folder with the packed files.
  var folder: String

  /// The paragraphs of one part ("ewt-train"), with the spans where the folder has them.
  func paragraphs(_ part: String) throws -> [TreebankParagraph] {
    let spans = try entities(part)
    var builder = ParagraphBuilder(hasThreeClasses: part.hasPrefix("ewt"))
    for block in try Self.unpack("\(folder)/\(part).conllu.xz").split(separator: "\n\n") {
      try builder.add(block, spans: spans)
    }
    builder.close()
    return builder.paragraphs
  }

  /// The tags of each sentence, with the words' forms to compare.
  private func entities(_ part: String) throws -> [String: [(form: String, tag: Int)]] {
    let name = part.split(separator: "-").joined(separator: "-ner-")
    var result: [String: [(form: String, tag: Int)]] = [:]
    for block in try Self.unpack("\(folder)/\(name).iob2.xz").split(separator: "\n\n") {
      var identifier = ""
      var words: [(form: String, tag: Int)] = []
      for line in block.split(separator: "\n") {
        if line.hasPrefix("# sent_id = ") { identifier = String(line.dropFirst(12)) }
        if line.hasPrefix("#") { continue }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        words.append((String(cells[1]), try Self.entityTag(cells[2])))
      }
      result[identifier] = words
    }
    return result
  }

  private static func entityTag(_ tag: Substring) throws -> Int {
    if tag == "O" { return 0 }
    guard let label = EntityMention.Label(rawValue: String(tag.dropFirst(2))),
      let index = EntityMention.Label.allCases.firstIndex(of: label)
    else { throw TreebankError(description: "unknown entity tag \(tag)") }
    return 1 + 2 * index + (tag.hasPrefix("I") ? 1 : 0)
  }

  /// The text of a file packed with xz.
  static func unpack(_ path: String) throws -> String { try Shell.output(["xz", "-dc", path]) }
}
