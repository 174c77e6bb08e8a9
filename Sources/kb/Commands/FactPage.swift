import KnowledgeBase
import PolicyModel

/// One fact on a page: its columns, its parties, its sentence between its neighbours, and where it stands.
struct FactPage {
  private let fact: FactDetail
  private let title: String

  init(_ fact: FactDetail, title: String) {
    self.fact = fact
    self.title = title
  }

  func write(to output: inout StandardOutput) {
    output.writeLine(TerminalStyle.bold(title))
    var rows = fact.fields.map { ($0.name, $0.value) }
    rows += fact.parties.map { ($0.role, Self.words($0)) }
    rows += fact.outcomes.map { ("outcome", $0) }
    PropertyList(rows).write(to: &output)
    output.writeLine()
    output.writeLine("  \(context)")
    output.writeLine()
    let document = fact.document
    PropertyList([
      ("source", document.source), ("title", document.title), ("published", document.publishedOn),
      ("publisher", document.publisher), ("confidence", String(fact.confidence)), ("rule", fact.rule),
    ]).write(to: &output)
  }

  /// `United Kingdom (actor 4), "the British government"`.
  private static func words(_ party: FactDetail.PartyDetail) -> String {
    guard let id = party.actorID else { return party.name }
    let surface = party.surface == party.name ? "" : ", \"\(party.surface)\""
    return "\(party.name) (actor \(id))\(surface)"
  }

  /// The three sentences, the words that state the fact set off.
  private var context: String {
    let around = fact.context
    let parts = [around.before.map(VisibleText.line), sentence, around.after.map(VisibleText.line)]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private var sentence: String {
    let sentence = VisibleText.line(fact.context.sentence)
    let evidence = VisibleText.line(fact.evidence)
    guard let start = Self.offset(of: Array(evidence.utf8), in: Array(sentence.utf8)) else { return sentence }
    let first = sentence.utf8.index(sentence.startIndex, offsetBy: start)
    let last = sentence.utf8.index(first, offsetBy: evidence.utf8.count)
    return sentence[..<first] + TerminalStyle.bold(String(sentence[first..<last])) + sentence[last...]
  }

  private static func offset(of part: [UInt8], in whole: [UInt8]) -> Int? {
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    return (0...whole.count - part.count).first { whole[$0...].starts(with: part) }
  }
}
