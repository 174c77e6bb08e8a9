import KnowledgeBase
import PolicyModel

/// One actor on a page: names, offices, in how many facts it takes part, and which documents name it.
struct ActorPage {
  private let actor: ActorDetail

  init(_ actor: ActorDetail) { self.actor = actor }

  func write(to output: inout StandardOutput) {
    output.writeLine(TerminalStyle.bold("actor \(actor.id)"))
    var rows: [(String, String?)] = [("name", actor.name), ("kind", actor.kind), ("country", actor.country)]
    rows.append(("aliases", actor.aliases.isEmpty ? nil : actor.aliases.joined(separator: "; ")))
    rows += actor.offices.map { ("office", Self.words($0)) }
    rows += actor.involvement.map { ($0.table.rawValue, "\($0.facts) as \($0.role)") }
    PropertyList(rows).write(to: &output)
    output.writeLine()
    for appearance in actor.appearances {
      let document = appearance.document
      let day = document.publishedOn.map { "\($0)  " } ?? ""
      let mentions = appearance.mentions == 1 ? "1 mention" : "\(appearance.mentions) mentions"
      output.writeLine(VisibleText.line("\(day)\(document.source) (\(mentions))"))
    }
  }

  /// `Home Secretary, 2024-07-05 to 2025-03-31`.
  private static func words(_ office: ActorDetail.Office) -> String {
    guard let first = office.firstSeen else { return office.title }
    guard let last = office.lastSeen, last != first else { return "\(office.title), \(first)" }
    return "\(office.title), \(first) to \(last)"
  }
}
