internal import QueryLanguage
internal import SQLite

/// Rows of one kind of parties, each of which counts once in an answer by party or by the parties' countries.
struct PartyRows {
  /// The rows as `f`.
  var sql: SubjectSQL
  /// What is grouped by in them.
  var dimension: TypedQuery.Dimension
  /// What it is in them: a row of `actors`, the words of the unnamed, a country's code, or null.
  var key: SQLText
  /// What is grouped by, where that is not the key itself.
  var group: SQLText
  /// Which of the rows these are.
  var condition: SQLText
  /// Whether the rows are facts without parties.
  var areFacts = false
  /// Whether the key is an actor whose country is asked for.
  var isByActorsCountry = false
}

extension QueryCompiler {
  /// The rows of the parties, and the facts without, where these have all that is asked for.
  var partyRows: [PartyRows]? {
    if let rows = makersRows { return [rows] }
    guard let dimension = query.dimensions.first(where: isOfParties), Self.rowsHave(query),
      query.dimensions.allSatisfy({ $0 == dimension || [.year, .quarter, .month, .kind, .status].contains($0) })
    else { return nil }
    switch query.subject {
    case .commitments, .events, .operations: return sql.parties.map { listedRows(dimension, $0) }
    case .statements: return singleRows(dimension, actor: "f.speaker_actor_id", surface: "f.speaker")
    case .statistics: return singleRows(dimension, actor: "f.source_actor_id", surface: "f.source")
    case .documents, .actors: return nil
    }
  }

  /// The commitments of one country: the rows of its makers, of which each commitment has one.
  private var makersRows: PartyRows? {
    guard query.subject == .commitments, let parties = sql.parties,
      query.dimensions.allSatisfy({ [.country, .year, .quarter, .month, .kind, .status].contains($0) })
    else { return nil }
    var others = query
    others.filters.removeAll { isOfOneCountry($0) }
    guard others.filters.count + 1 == query.filters.count, Self.rowsHave(others) else { return nil }
    let rows = SubjectSQL.countedPartyRows(parties, roles: parties.joined, byCountry: true)
    return PartyRows(sql: rows, dimension: .country, key: "f.country_code", group: "f.country_code", condition: .empty)
  }

  /// Whether a condition is that somebody of one country acts.
  private func isOfOneCountry(_ filter: QueryFilter) -> Bool {
    switch filter {
    case .place(let references), .party(.agent, let references): filters.names[references].isOneCountry
    default: false
    }
  }

  /// Whether a way of grouping goes by parties.
  private func isOfParties(_ dimension: TypedQuery.Dimension) -> Bool {
    switch dimension {
    case .actor, .maker, .lead, .speaker, .recipient: true
    case .country: query.subject == .commitments || query.subject == .statements
    default: false
    }
  }

  /// Whether the rows of parties have all that the conditions ask for.
  static func rowsHave(_ query: TypedQuery) -> Bool {
    query.filters.allSatisfy { filter in
      switch filter {
      case .period, .kinds, .statuses: true
      case .quoted: query.subject == .statements
      case .not(.kinds), .not(.statuses): true
      default: false
      }
    }
  }

  /// Where a fact has one party at most, in its own row.
  private func singleRows(_ dimension: TypedQuery.Dimension, actor: SQLText, surface: SQLText) -> [PartyRows] {
    let isCountry = dimension == .country
    return [
      PartyRows(
        sql: sql, dimension: dimension, key: actor, group: actor, condition: "\(actor) IS NOT NULL",
        isByActorsCountry: isCountry),
      PartyRows(
        sql: sql, dimension: dimension, key: isCountry ? "NULL" : surface, group: surface,
        condition: "\(actor) IS NULL"),
    ]
  }

  /// Where parties have a table.
  private func listedRows(_ dimension: TypedQuery.Dimension, _ parties: SubjectSQL.Parties) -> [PartyRows] {
    let isRecipient = dimension == .recipient
    let isCountry = dimension == .country
    let rows = SubjectSQL.countedPartyRows(
      parties, roles: isRecipient ? parties.recipients : parties.joined, byCountry: isCountry)
    let number: SQLText = isRecipient ? "f.recipients" : "f.agents"
    let without = PartyRows(
      sql: sql, dimension: dimension, key: "NULL", group: number, condition: "\(number) = 0", areFacts: true)
    if isCountry {
      return [
        PartyRows(
          sql: rows, dimension: dimension, key: "f.country_code", group: "f.country_code", condition: .empty), without,
      ]
    }
    return [
      PartyRows(
        sql: rows, dimension: dimension, key: "f.actor_id", group: "f.actor_id", condition: "f.actor_id IS NOT NULL"),
      PartyRows(
        sql: rows, dimension: dimension, key: "f.surface", group: "f.surface", condition: "f.actor_id IS NULL"),
      without,
    ]
  }
}
