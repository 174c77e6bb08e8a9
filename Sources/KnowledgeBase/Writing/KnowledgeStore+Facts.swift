internal import PolicyModel
internal import SQLite

/// A row of one of the tables of kinds.
struct KnownKind: Hashable {
  let table: String
  let kind: Value
}

/// The rows that a document's facts refer to.
struct StoredPlaces {
  let document: Int
  /// The day of its publication, ISO 8601, if known.
  let publishedOn: String?
  /// The row of each sentence.
  let sentences: [Int]
  /// The row of each actor.
  let actors: [Int]
}

extension KnowledgeStore {
  /// Stores the facts of a document, and counts them; a fact with the fingerprint of a previous one gets its id.
  func writeFacts(
    _ rows: DocumentRows, _ stored: StoredPlaces, previous: PreviousRows?, counts: inout DocumentCounts
  ) throws(SQLiteError) {
    var fingerprints = Fingerprints(source: rows.source)
    for (index, (statements, facts)) in zip(FactStatements.all, rows.facts).enumerated() {
      try storeKinds(of: facts, statements.layout)
      var ids: [Int] = []
      ids.reserveCapacity(facts.count)
      try connection.withStatement(statements.insert) { statement throws(SQLiteError) in
        for fact in facts {
          let fingerprint = fingerprints.next(fact, statements.layout)
          let id = previous?.factIDs[index][fingerprint]
          try statement.bind(try values(of: fact, statements.layout, stored, id: id, fingerprint: fingerprint))
          while try statement.step() {}
          statement.reset()
          ids.append(connection.lastInsertedRow)
        }
      }
      try writeParties(facts, ids, statements, stored)
      for fact in facts { counts.add(try counted(fact, statements.layout, stored)) }
    }
  }

  /// A fact as it counts.
  private func counted(
    _ fact: DocumentRows.FactRow, _ layout: FactLayout, _ stored: StoredPlaces
  ) throws(SQLiteError) -> DocumentCounts.Fact {
    let days = layout.days(of: fact, publishedOn: stored.publishedOn)
    var counted = DocumentCounts.Fact(table: layout.table, first: days.first, last: days.last)
    counted.kind = layout.value(of: "kind", in: fact) ?? layout.form(of: fact)
    counted.status = layout.value(of: "status", in: fact) ?? ""
    if layout.hasPlace {
      counted.location = (layout.value(of: "country_code", in: fact), layout.value(of: "place", in: fact))
    }
    counted.figures = layout.figures(of: fact)
    counted.units = layout.units(of: fact)
    if layout.table == .commitments { counted.currency = .some(layout.value(of: "currency", in: fact)) }
    func value(_ party: DocumentRows.PartyRow) -> Value {
      party.actor.map { Value(stored.actors[$0]) } ?? .text(party.surface)
    }
    guard let roles = layout.countedRoles else {
      counted.agents = fact.parties.first.map { [value($0)] } ?? []
      return counted
    }
    let parties = fact.parties.enumerated().filter { index, party in
      !fact.parties[..<index].contains { layout.isSame($0, party) }
    }.map(\.element)
    counted.agents = parties.filter { roles.agents.contains($0.role) }.map(value)
    if layout.table != .events { counted.recipients = parties.filter { $0.role == roles.recipient }.map(value) }
    if layout.table == .commitments { counted.makers = try countries(ofMakers: fact, stored) }
    return counted
  }

  /// The countries of a commitment's makers, each once; one that is not known where there are no makers.
  private func countries(
    ofMakers fact: DocumentRows.FactRow, _ stored: StoredPlaces
  ) throws(SQLiteError) -> [String?] {
    var countries: [String?] = []
    for maker in fact.parties where maker.role == "maker" {
      let country = try maker.actor.flatMap { (actor) throws(SQLiteError) -> String? in
        try connection.first(
          "SELECT ifnull(country_code, iif(kind = 'international', 'international', NULL)) FROM actors WHERE id = ?",
          [Value(stored.actors[actor])]
        ) { row throws(SQLiteError) in row.optionalText(at: 0) } ?? nil
      }
      if !countries.contains(country) { countries.append(country) }
    }
    return countries.isEmpty ? [nil] : countries
  }

  /// What `FactStatements.insert` takes.
  private func values(
    of fact: DocumentRows.FactRow, _ layout: FactLayout, _ stored: StoredPlaces, id: Int?, fingerprint: String
  ) throws(SQLiteError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(24)
    values += [Value(id), Value(stored.document), Value(stored.sentences[fact.sentence])]
    values += fact.columns
    if layout.hasPlace { values.append(try placeID(of: fact, layout)) }
    if case .single = layout.parties {
      values.append(Value(fact.parties.first?.surface))
      values.append(Value(fact.parties.first?.actor.map { stored.actors[$0] }))
    }
    values += [
      .text(fact.evidence), Value(fact.range.lowerBound), Value(fact.range.upperBound), .real(fact.confidence),
      .text(fact.rule), .text(fingerprint),
    ]
    let days = layout.days(of: fact, publishedOn: stored.publishedOn)
    values += [Value(days.first), Value(days.last)]
    if let roles = layout.countedRoles {
      values.append(Value(fact.parties.count { roles.agents.contains($0.role) }))
      values.append(Value(fact.parties.count { $0.role == roles.recipient }))
    }
    return values
  }

  private func writeParties(
    _ facts: [DocumentRows.FactRow], _ ids: [Int], _ statements: FactStatements, _ stored: StoredPlaces
  ) throws(SQLiteError) {
    guard let insert = statements.insertParty else { return }
    try connection.withStatement(insert) { statement throws(SQLiteError) in
      for (fact, id) in zip(facts, ids) {
        let days = statements.layout.days(of: fact, publishedOn: stored.publishedOn)
        let shared = statements.layout.sharedColumns.map { fact.columns[$0] }
        for (index, party) in fact.parties.enumerated() {
          let isRepeat = fact.parties[..<index].contains { statements.layout.isSame($0, party) }
          let own: [Value] = [
            Value(id), Value(index + 1), .text(party.role), Value(party.actor.map { stored.actors[$0] }),
            .text(party.surface), Value(days.first), Value(days.last), Value(isRepeat ? 1 : 0),
          ]
          try statement.bind(own + shared)
          while try statement.step() {}
          statement.reset()
        }
      }
    }
    try writeOutcomes(facts, ids, statements.layout, stored)
  }

  private func writeOutcomes(
    _ facts: [DocumentRows.FactRow], _ ids: [Int], _ layout: FactLayout, _ stored: StoredPlaces
  ) throws(SQLiteError) {
    try connection.withStatement(
      """
      INSERT INTO operation_outcomes (
        operation_id, ordinal, value, unit, first_day, last_day, kind, status, country_code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement throws(SQLiteError) in
      for (fact, id) in zip(facts, ids) {
        let days = layout.days(of: fact, publishedOn: stored.publishedOn)
        for (index, outcome) in fact.outcomes.enumerated() {
          try statement.run(
            Value(id), Value(index + 1), .real(outcome.value), .text(outcome.unit), Value(days.first),
            Value(days.last), Value(layout.value(of: "kind", in: fact)), Value(layout.value(of: "status", in: fact)),
            Value(layout.value(of: "country_code", in: fact)))
        }
      }
    }
  }

  /// The row of a fact's place, or null; its country is stored on the way.
  private func placeID(of fact: DocumentRows.FactRow, _ layout: FactLayout) throws(SQLiteError) -> Value {
    let country = layout.value(of: "country_code", in: fact)
    try storeCountryIfUnknown(country)
    guard let name = layout.value(of: "place", in: fact) else { return .null }
    return .integer(Int64(try placeID(named: name, country: country)))
  }

  private func placeID(named name: String, country: String?) throws(SQLiteError) -> Int {
    let found = try connection.first(
      "SELECT id FROM places WHERE name = ? AND ifnull(country_code, '') = ?", [.text(name), .text(country ?? "")]
    ) { row in row.integer(at: 0) }
    if let found { return found }
    let kind = reference.kindOfPlace(PlaceReference(name: name, country: country.flatMap { CountryCode($0) }))
    try connection.run(
      "INSERT INTO places (name, kind, country_code) VALUES (?, ?, ?)", .text(name), Value(kind), Value(country))
    return connection.lastInsertedRow
  }

  /// Adds the kinds of a user's own rules to the table that facts refer to.
  private func storeKinds(of facts: [DocumentRows.FactRow], _ layout: FactLayout) throws(SQLiteError) {
    let table: String
    switch layout.table {
    case .events: table = "event_kinds"
    case .operations: table = "operation_kinds"
    case .commitments: table = "commitment_kinds"
    case .actors, .statistics, .statements: return
    }
    guard let column = layout.columns.firstIndex(where: { $0.name == "kind" }) else { return }
    for kind in Set(facts.map { $0.columns[column] }) where !knownKinds.contains(KnownKind(table: table, kind: kind)) {
      try connection.run("INSERT OR IGNORE INTO \(table) (kind) VALUES (?)", kind)
    }
  }

  /// The kinds that are stored.
  func readKinds() throws(KnowledgeBaseError) -> Set<KnownKind> {
    try reporting { () throws(SQLiteError) in
      let kinds = try connection.all("SELECT rtrim(fact_table, 's') || '_kinds', kind FROM fact_kinds") { row in
        KnownKind(table: row.text(at: 0), kind: row.value(at: 1))
      }
      return Set(kinds)
    }
  }

  // MARK: Countries

  /// Brings `countries` up to date with the data files.
  func storeCountries() throws(KnowledgeBaseError) {
    try reporting { () throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        for country in reference.countries {
          try connection.run(
            """
            INSERT INTO countries (code, alpha3, name, region) VALUES (?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE
            SET alpha3 = excluded.alpha3, name = excluded.name, region = excluded.region
            WHERE (alpha3, name, region) IS NOT (excluded.alpha3, excluded.name, excluded.region)
            """, .text(country.code.description), Value(country.alpha3), .text(country.name), Value(country.region))
        }
      }
    }
  }

  /// Adds a country that the data files do not know, under its code, so that what refers to it can be stored.
  func storeCountryIfUnknown(_ code: String?) throws(SQLiteError) {
    guard let code, !knownCountries.contains(code) else { return }
    try connection.run("INSERT OR IGNORE INTO countries (code, name) VALUES (?1, ?1)", .text(code))
  }
}

extension FactLayout {
  /// The days that a fact counts for: its own, else its document's.
  fileprivate func days(of fact: DocumentRows.FactRow, publishedOn: String?) -> (first: String?, last: String?) {
    let first = value(of: "start_date", in: fact) ?? publishedOn
    return (first, value(of: "end_date", in: fact) ?? first)
  }

  /// The roles of the parties that act, and that of those that are acted upon; nil where parties have no table.
  fileprivate var countedRoles: (agents: Set<String>, recipient: String)? {
    switch table {
    case .events: (["agent", "target", "participant"], "target")
    case .operations: (["lead"], "target")
    case .commitments: (["maker"], "recipient")
    case .actors, .statistics, .statements: nil
    }
  }

  /// The places of the columns that stand with the parties as well.
  fileprivate var sharedColumns: [Int] {
    ["kind", "status", "amount", "currency"].compactMap { name in columns.firstIndex { $0.name == name } }
  }

  /// How a statement is given; nothing for other facts.
  fileprivate func form(of fact: DocumentRows.FactRow) -> String {
    guard let index = columns.firstIndex(where: { $0.name == "direct" }) else { return "" }
    return fact.columns[index] == .integer(1) ? "quoted" : "reported"
  }

  /// The money of a commitment, or the outcomes of an operation.
  fileprivate func figures(of fact: DocumentRows.FactRow) -> [(unit: String, value: Double)] {
    if table == .operations { return fact.outcomes.map { ($0.unit, $0.value) } }
    guard let index = columns.firstIndex(where: { $0.name == "amount" }) else { return [] }
    let unit = value(of: "currency", in: fact) ?? ""
    switch fact.columns[index] {
    case .real(let amount): return [(unit, amount)]
    case .integer(let amount): return [(unit, Double(amount))]
    default: return []
    }
  }

  /// The units that a fact is counted by, each once; nil for facts without.
  fileprivate func units(of fact: DocumentRows.FactRow) -> [String?]? {
    switch table {
    case .commitments, .statistics: return [value(of: "unit", in: fact)]
    case .operations:
      var units: [String?] = []
      for outcome in fact.outcomes where !units.contains(outcome.unit) { units.append(outcome.unit) }
      return units.isEmpty ? [nil] : units
    case .actors, .events, .statements: return nil
    }
  }

  /// Whether two parties of a fact are one: the same actor or words, in the same role; in an event in any.
  fileprivate func isSame(_ a: DocumentRows.PartyRow, _ b: DocumentRows.PartyRow) -> Bool {
    guard table == .events || a.role == b.role, a.actor == b.actor else { return false }
    return a.actor != nil || a.surface == b.surface
  }

  /// The text in a column of a fact; nil where it has none.
  fileprivate func value(of column: String, in fact: DocumentRows.FactRow) -> String? {
    guard let index = columns.firstIndex(where: { $0.name == column }), case .text(let text) = fact.columns[index]
    else {
      return nil
    }
    return text
  }
}
