import Documents
import KnowledgeBase
import PolicyModel

/// One fact on a page: its columns, its parties, its sentence between its neighbours, and where it stands.
struct FactPage: Page {
  private let fact: FactDetail
  private let title: String

  init(_ fact: FactDetail, title: String) {
    self.fact = fact
    self.title = title
  }

  func write(to output: inout StandardOutput) {
    output.writeLine(TerminalStyle.bold(title))
    PropertyList(facts.map { ($0.0, CellText.text($0.1)) }).write(to: &output)
    output.writeLine()
    output.writeLine("  \(context)")
    output.writeLine()
    PropertyList(origin.map { ($0.0, $0.1 == .null ? nil : CellText.text($0.1)) }).write(to: &output)
  }

  var answer: Answer { Self.properties(facts + [("sentence", .text(fact.context.sentence))] + origin) }

  var object: String? {
    var json = JSONWriter()
    json.beginObject()
    json.member("table", fact.table.rawValue)
    json.member("id", fact.id)
    for field in fact.fields {
      json.key(field.name)
      json.value(field.value)
    }
    json.key("parties")
    json.beginArray()
    for party in fact.parties {
      json.beginObject()
      json.member("role", party.role)
      json.member("name", party.name)
      json.member("actor", party.actorID)
      json.member("surface", party.surface)
      json.endObject()
    }
    json.endArray()
    if fact.table == .operations {
      json.key("outcomes")
      json.value(.figures(fact.outcomes))
    }
    json.member("evidence", fact.evidence)
    json.member("evidence_start", fact.context.evidence.lowerBound)
    json.member("evidence_end", fact.context.evidence.upperBound)
    json.member("sentence", fact.context.sentence)
    json.member("before", fact.context.before)
    json.member("after", fact.context.after)
    for (name, cell) in origin {
      json.key(name)
      json.value(cell)
    }
    json.endObject()
    return json.text
  }

  /// What the fact says: its columns, parties and outcomes.
  private var facts: [(String, Answer.Cell)] {
    fact.fields.map { ($0.name, $0.value) } + fact.parties.map { ($0.role, .text(Self.words($0))) }
      + fact.outcomes.map { ("outcome", .figures([$0])) }
  }

  /// Where it stands and how it was found.
  private var origin: [(String, Answer.Cell)] {
    let document = fact.document
    return [
      ("source", .text(document.source)), ("title", .optional(document.title)),
      ("published", .optional(document.publishedOn)), ("publisher", .optional(document.publisher)),
      ("confidence", .number(fact.confidence)), ("rule", .text(fact.rule)),
    ]
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
