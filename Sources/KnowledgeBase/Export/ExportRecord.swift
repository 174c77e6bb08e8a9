public import Documents
public import PolicyModel
internal import SQLite

/// The JSON Lines of one document: what `kb extract` prints from a document's facts and `kb export` from stored rows.
public struct ExportRecord: Sendable, Hashable {
  /// A table of the export.
  public enum Table: String, Sendable, Hashable, CaseIterable {
    case documents, actors, events, operations, commitments, statistics, statements
  }

  /// The lines, without line ends: the document first, then actors by first mention, then the tables of facts, each by
  /// evidence and then by its own text.
  public let lines: [String]

  /// The lines of a document and its facts.
  public init(_ document: Document, _ facts: DocumentFacts, tables: Set<Table> = Set(Table.allCases)) {
    self.init(DocumentRows(document, facts), tables: tables)
  }

  init(_ rows: DocumentRows, tables: Set<Table>) {
    var lines: [String] = []
    if tables.contains(.documents) { lines.append(Self.documentLine(rows)) }
    if tables.contains(.actors) { lines += rows.actors.map { Self.line($0, of: rows) } }
    for (layout, facts) in zip(FactLayout.all, rows.facts) where tables.contains(Table(layout.table)) {
      let sorted = facts.map { (range: $0.range, line: Self.line($0, layout, of: rows)) }.sorted { a, b in
        (a.range.lowerBound, a.range.upperBound, a.line) < (b.range.lowerBound, b.range.upperBound, b.line)
      }
      lines += sorted.map(\.line)
    }
    self.lines = lines
  }

  private static func documentLine(_ rows: DocumentRows) -> String {
    line(.documents, of: rows) { json in
      json.member("title", rows.title)
      json.member("date", rows.publishedOn)
      json.member("text", rows.text)
    }
  }

  private static func line(_ actor: DocumentRows.ActorRow, of rows: DocumentRows) -> String {
    line(.actors, of: rows) { json in
      json.member("name", actor.name)
      json.member("aliases", actor.aliases)
      json.member("kind", actor.kind)
      json.member("country", actor.country)
      json.member("roles", actor.roles)
      json.member("mentions", actor.mentions.count)
    }
  }

  private static func line(_ fact: DocumentRows.FactRow, _ layout: FactLayout, of rows: DocumentRows) -> String {
    line(Table(layout.table), of: rows) { json in
      json.member("evidence_start", fact.range.lowerBound)
      json.member("evidence_end", fact.range.upperBound)
      json.member("evidence", fact.evidence)
      for (column, value) in zip(layout.columns, fact.columns) {
        json.key(column.exported)
        json.value(value, as: column.type)
      }
      write(fact.parties, layout.parties, of: rows, to: &json)
      if layout.table == .operations { write(fact.outcomes, to: &json) }
      json.member("confidence", fact.confidence)
    }
  }

  private static func line(
    _ table: Table, of rows: DocumentRows, _ members: (inout JSONWriter) -> Void
  ) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("table", table.rawValue)
    json.member("document", rows.source)
    members(&json)
    json.endObject()
    return json.text
  }

  private static func write(
    _ parties: [DocumentRows.PartyRow], _ layout: FactLayout.Parties, of rows: DocumentRows, to json: inout JSONWriter
  ) {
    func name(_ party: DocumentRows.PartyRow) -> String { party.actor.map { rows.actors[$0].name } ?? party.surface }
    switch layout {
    case .lists(_, _, let roles):
      for (role, exported) in roles { json.member(exported, parties.filter { $0.role == role }.map(name)) }
    case .single(let role, _, _): json.member(role, parties.first.map(name))
    case .roles(_, _, let exported):
      json.key(exported)
      json.beginArray()
      for party in parties {
        json.beginObject()
        json.member("name", name(party))
        json.member("role", party.role)
        json.endObject()
      }
      json.endArray()
    }
  }

  private static func write(_ outcomes: [DocumentRows.OutcomeRow], to json: inout JSONWriter) {
    json.key("outcomes")
    json.beginArray()
    for outcome in outcomes {
      json.beginObject()
      json.member("value", outcome.value)
      json.member("unit", outcome.unit)
      json.endObject()
    }
    json.endArray()
  }
}

extension ExportRecord.Table {
  /// The table of that name.
  init(_ table: FactTable) {
    self =
      switch table {
      case .actors: .actors
      case .events: .events
      case .operations: .operations
      case .commitments: .commitments
      case .statistics: .statistics
      case .statements: .statements
      }
  }
}

extension JSONWriter {
  /// A column's value.
  fileprivate mutating func value(_ value: Value, as type: FactLayout.ColumnType) {
    switch (type, value) {
    case (.truth, .integer(let flag)): self.value(flag != 0)
    case (_, .integer(let number)): self.value(Int(number))
    case (_, .real(let number)): self.value(number)
    case (_, .text(let text)): self.value(text)
    case (_, .null), (_, .blob): self.value(nil as String?)
    }
  }
}
