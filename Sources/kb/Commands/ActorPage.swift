import Documents
import KnowledgeBase
import PolicyModel

/// One actor on a page: names, offices, in how many facts it takes part, and which documents name it.
struct ActorPage: Page {
  /// So many documents fit a page.
  private static let mostDocuments = 40

  private let actor: ActorDetail

  init(_ actor: ActorDetail) { self.actor = actor }

  func write(to output: inout StandardOutput) {
    output.writeLine(TerminalStyle.bold("actor \(actor.id)"))
    PropertyList(properties.map { ($0.0, $0.1 == .null ? nil : CellText.text($0.1)) }).write(to: &output)
    output.writeLine()
    let shown = actor.appearances.suffix(Self.mostDocuments)
    if shown.count < actor.appearances.count {
      output.writeLine("the latest \(shown.count) of \(actor.appearances.count) documents; --format json has all")
    }
    for appearance in shown {
      let document = appearance.document
      let day = document.publishedOn.map { "\($0)  " } ?? ""
      let mentions = appearance.mentions == 1 ? "1 mention" : "\(appearance.mentions) mentions"
      output.writeLine(VisibleText.line("\(day)\(document.source) (\(mentions))"))
    }
  }

  var answer: Answer {
    Self.properties(properties + actor.appearances.map { ("document", .text($0.document.source)) })
  }

  var object: String? {
    var json = JSONWriter()
    json.beginObject()
    json.member("table", FactTable.actors.rawValue)
    json.member("id", actor.id)
    json.member("name", actor.name)
    json.member("kind", actor.kind)
    json.member("country", actor.country)
    json.member("aliases", actor.aliases)
    Self.writeList("roles", actor.offices, to: &json) { office, json in
      json.member("title", office.title)
      json.member("first_seen", office.firstSeen)
      json.member("last_seen", office.lastSeen)
      json.member("documents", office.documents)
    }
    Self.writeList("facts", actor.involvement, to: &json) { involvement, json in
      json.member("table", involvement.table.rawValue)
      json.member("role", involvement.role)
      json.member("facts", involvement.facts)
    }
    Self.writeList("documents", actor.appearances, to: &json) { appearance, json in
      json.member("source", appearance.document.source)
      json.member("title", appearance.document.title)
      json.member("published", appearance.document.publishedOn)
      json.member("publisher", appearance.document.publisher)
      json.member("mentions", appearance.mentions)
    }
    json.endObject()
    return json.text
  }

  private static func writeList<Element>(
    _ name: String, _ elements: [Element], to json: inout JSONWriter,
    _ writeMembers: (Element, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      writeMembers(element, &json)
      json.endObject()
    }
    json.endArray()
  }

  private var properties: [(String, Answer.Cell)] {
    [("name", .text(actor.name)), ("kind", .text(actor.kind)), ("country", .optional(actor.country))]
      + [("aliases", actor.aliases.isEmpty ? .null : .text(actor.aliases.joined(separator: "; ")))]
      + actor.offices.map { ("office", .text(Self.words($0))) }
      + actor.involvement.map { ($0.table.rawValue, .text("\($0.facts) as \($0.role)")) }
  }

  /// `Home Secretary, 2024-07-05 to 2025-03-31`.
  private static func words(_ office: ActorDetail.Office) -> String {
    guard let first = office.firstSeen else { return office.title }
    guard let last = office.lastSeen, last != first else { return "\(office.title), \(first)" }
    return "\(office.title), \(first) to \(last)"
  }
}
