internal import Documents
internal import PolicyModel

/// Finds who issues a document: its publisher, or the body or office-holder whose name stands alone on a line at the top,
/// as those who issue releases put it there.
struct Letterhead: Sendable {
  private static let reach = 8
  private static let longestLine = 160
  private static let issuers: Set<Actor.Kind> = [
    .government, .agency, .legislature, .court, .military, .international, .party, .company, .ngo, .academic,
    .person,
  ]

  /// The issuer as a place in `actors`, or nil where the document does not show one.
  ///
  /// - Parameters:
  ///   - isLabel: whether a word stands beside names in letterheads ("press", "release", "office").
  ///   - isHonorific: whether a word marks the name of an office-holder ("Hon", "Senator", "MP").
  static func issuer(
    of document: Document, among actors: [Actor], isLabel: (String) -> Bool, isHonorific: (String) -> Bool
  ) -> Int? {
    let names = actors.indices.filter { issuers.contains(actors[$0].kind) }
      .map { index in (index, ([actors[index].name] + actors[index].aliases).map(words)) }
    guard !names.isEmpty else { return nil }
    func named(_ line: [String]) -> Int? {
      names.first { index, forms in
        forms.contains { form in
          guard !form.isEmpty, let start = position(of: form, in: line) else { return false }
          let rest = line[..<start] + line[(start + form.count)...]
          if actors[index].kind == .person, !rest.contains(where: isHonorific) { return false }
          return rest.allSatisfy { isLabel($0) || $0.allSatisfy(\.isNumber) }
        }
      }?.0
    }
    if let publisher = document.publisher, let index = named(words(publisher)) { return index }
    for block in document.blocks.prefix(reach) where block.range.count <= longestLine {
      for line in document.text[block.range].split(whereSeparator: \.isNewline) {
        if let index = named(words(String(line))) { return index }
      }
    }
    return nil
  }

  private static func position(of form: [String], in line: [String]) -> Int? {
    guard form.count <= line.count else { return nil }
    return (0...(line.count - form.count)).first { line[$0..<($0 + form.count)].elementsEqual(form) }
  }

  /// The words in small letters, without punctuation and articles at the front.
  private static func words(_ text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.first == "the" ? Array(words.dropFirst()) : words
  }
}
