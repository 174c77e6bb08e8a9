internal import QueryLanguage
internal import SQLite

/// The numbers of rows a group, with their first and last day: `SELECT k1, k2, facts, earliest, latest`.
///
/// Where an index holds the rows in the order of what they are grouped by, they are added up as they come: by day before
/// by year, by party before by country.
extension QueryCompiler {
  var totals: SQLText {
    if let parts = partyParts { return addedUp(parts) }
    if let parts = dayParts { return addedUp(parts) }
    return """
      SELECT \(listed(keys))count(*) AS facts, min(first_day) AS earliest, max(last_day) AS latest
        FROM (\(matched()))\(grouped(keys))
      """
  }

  private func addedUp(_ parts: [SQLText]) -> SQLText {
    """
    SELECT \(listed(keys))sum(part) AS facts, min(first_day) AS earliest, max(last_day) AS latest
        FROM (
          \(SQLText.joined(parts, by: "\n      UNION ALL\n      "))
        )\(grouped(keys))
    """
  }

  // MARK: By day

  /// The rows a day, where they are grouped by time alone: with a second key there are nearly as many groups as rows.
  private var dayParts: [SQLText]? {
    guard !joinsParties, query.subject != .actors, query.dimensions.count == 1, isTime(0) else { return nil }
    return [
      """
      SELECT \(Self.period(query.dimensions[0], of: "day")) AS k1, part, day AS first_day, last_day
          FROM (
            SELECT \(sql.firstDay) AS day, count(*) AS part, max(\(sql.lastDay)) AS last_day
            FROM \(sql.source)
            WHERE \(filters.conditions(joinsParties: false))
            GROUP BY \(sql.firstDay)
          )
      """
    ]
  }

  // MARK: By party

  /// The rows of the parties, and the facts without parties, where nothing else of a fact is asked for.
  private var partyParts: [SQLText]? {
    guard joinsParties || query.dimensions.contains(.recipient) || query.subject == .statistics && isGroupedByAgent,
      let party = query.dimensions.first, query.dimensions.count == 1 || isTime(1),
      query.filters.allSatisfy({ if case .period = $0 { true } else { false } })
    else { return nil }
    switch query.subject {
    case .commitments, .events, .operations: return sql.parties.flatMap { listedParts(party, $0) }
    case .statements: return singleParts(party, actor: "f.speaker_actor_id", surface: "f.speaker")
    case .statistics: return singleParts(party, actor: "f.source_actor_id", surface: "f.source")
    case .documents, .actors: return nil
    }
  }

  /// Where a fact has one party at most, in its own row.
  private func singleParts(_ party: TypedQuery.Dimension, actor: SQLText, surface: SQLText) -> [SQLText]? {
    let conditions = filters.conditions(joinsParties: false)
    func part(_ key: SQLText, where condition: SQLText) -> SQLText {
      self.part(
        key, by: key, day: "f.first_day", last: "f.last_day", from: sql.source,
        where: "\(actor) \(condition) AND \(conditions)")
    }
    let named = part(actor, where: "IS NOT NULL")
    let unnamed = part(surface, where: "IS NULL")
    return party == .country ? [inCountries(named), unknown(unnamed)] : [named, unnamed]
  }

  /// Where parties have a table.
  private func listedParts(_ party: TypedQuery.Dimension, _ parties: SubjectSQL.Parties) -> [SQLText]? {
    let isRecipient = party == .recipient
    let isCountry = party == .country
    var here = sql
    (here.firstDay, here.lastDay, here.original) = ("m.first_day", "m.last_day", "m.is_copy = 0")
    let conditions = FilterSQL(query, names: filters.names, sql: here).conditions(joinsParties: false)
    let role = isRecipient ? parties.recipients : parties.joined
    let hasNone: SQLText = isRecipient ? "f.recipients = 0" : "f.agents = 0"
    let without = part(
      "NULL", by: isRecipient ? "f.recipients" : "f.agents", day: "f.first_day", last: "f.last_day", from: sql.source,
      where: "\(hasNone) AND \(filters.conditions(joinsParties: false))")
    let source: SQLText = "\(parties.table) AS m"
    let counted: SQLText = "\(conditions) AND m.role IN \(role)"
    if isCountry {
      // Of the makers of one country the first counts; of those without one, too.
      return countryParts(source, counted) + [without]
    }
    return [
      part(
        "m.actor_id", by: "m.actor_id", day: "m.first_day", last: "m.last_day", from: source,
        where: "m.actor_id IS NOT NULL AND \(counted) AND m.is_repeat = 0"),
      part(
        "m.surface", by: "m.surface", day: "m.first_day", last: "m.last_day", from: source,
        where: "m.actor_id IS NULL AND \(counted) AND m.is_repeat = 0"),
      without,
    ]
  }

  private func part(
    _ key: SQLText, by group: SQLText, day: SQLText, last: SQLText, from source: SQLText, where condition: SQLText
  ) -> SQLText {
    let time: [SQLText] = query.dimensions.count == 2 ? [Self.period(query.dimensions[1], of: day)] : []
    return """
      SELECT \(key) AS k1, \(listed(time.map { "\($0) AS k2" }))count(*) AS part, min(\(day)) AS first_day, max(\(last)) AS last_day
          FROM \(source)
          WHERE \(condition)
          GROUP BY \(SQLText.joined([group] + time, by: ", "))
      """
  }

  /// Makers by actor, then by the actor's country.
  private func countryParts(_ source: SQLText, _ condition: SQLText) -> [SQLText] {
    let isFirst: SQLText = """
      (m.ordinal = 1 OR NOT EXISTS (
              SELECT 1 FROM commitment_parties AS q LEFT JOIN actors AS b ON b.id = q.actor_id
              WHERE q.commitment_id = m.commitment_id AND q.ordinal < m.ordinal AND q.role = 'maker'
                AND \(Self.country("b")) IS (SELECT \(Self.country("o")) FROM actors AS o WHERE o.id = m.actor_id)))
      """
    func makers(_ key: SQLText, where isNamed: SQLText) -> SQLText {
      part(
        key, by: key, day: "m.first_day", last: "m.last_day", from: source,
        where: "m.actor_id \(isNamed) AND \(condition) AND \(isFirst)")
    }
    return [inCountries(makers("m.actor_id", where: "IS NOT NULL")), unknown(makers("m.surface", where: "IS NULL"))]
  }

  /// The rows by the words of unnamed parties, which are of no country.
  private func unknown(_ surfaces: SQLText) -> SQLText {
    """
    SELECT NULL AS k1, \(listed(Array(keys.dropFirst())))part, first_day, last_day
        FROM (
          \(surfaces)
        )
    """
  }

  /// The rows by actor as rows by the actors' countries.
  private func inCountries(_ actors: SQLText) -> SQLText {
    """
    SELECT \(Self.country("a")) AS k1, \(listed(Array(keys.dropFirst())))parties.part, parties.first_day, parties.last_day
        FROM (
          \(actors)
        ) AS parties
        LEFT JOIN actors AS a ON a.id = parties.k1
    """
  }
}
