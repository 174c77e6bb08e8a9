internal import Documents
internal import PolicyModel
internal import QueryLanguage
internal import SQLite

/// Turns the conditions of a query into SQL.
struct FilterSQL {
  let query: TypedQuery
  let names: NameResolution
  private let sql: SubjectSQL

  init(_ query: TypedQuery, names: NameResolution) {
    self.init(query, names: names, sql: SubjectSQL(query))
  }

  init(_ query: TypedQuery, names: NameResolution, sql: SubjectSQL) {
    self.query = query
    self.names = names
    self.sql = sql
  }

  /// All conditions, with `AND` between them.
  ///
  /// - Parameter joinsParties: whether the parties that act are joined, and are to fulfil the conditions too.
  func conditions(joinsParties: Bool) -> SQLText {
    var clauses = [sql.original]
    for filter in query.filters {
      clauses.append(condition(filter))
      if joinsParties, let clause = conditionOnJoinedParty(filter) { clauses.append(clause) }
    }
    return SQLText.joined(clauses, by: "\n    AND ")
  }

  private func condition(_ filter: QueryFilter) -> SQLText {
    switch filter {
    case .kinds(let kinds): "f.kind IN \(SQLText.list(kinds.map(\.description)))"
    case .actorKinds(let kinds): "f.kind IN \(SQLText.list(kinds.map(\.rawValue)))"
    case .office(let word): "f.id IN (\(Self.holders(of: names.titles[word] ?? [])))"
    case .quoted(let isQuoted): "(\(sql.isQuoted)) = \(.integer(isQuoted ? 1 : 0))"
    case .statuses(let statuses): "f.status IN \(SQLText.list(statuses))"
    case .place(let references): place(names[references])
    case .party(let role, let references): party(role, names[references])
    case .words(let words): self.words(words)
    case .period(let period): within(period, first: sql.firstDay, last: sql.lastDay)
    // That it is not null lets SQLite use the index of deadlines, whatever the bound value.
    case .due(let period): "f.deadline IS NOT NULL AND " + within(period, first: "f.deadline", last: "f.deadline")
    case .overdue(let day):
      "f.deadline IS NOT NULL AND f.deadline < \(.text(day.description)) AND f.status NOT IN ('fulfilled', 'withdrawn')"
    case .has(let field, let isThere): has(field, isThere)
    case .figure(let bound): figure(bound)
    case .currency(let code): currency(code)
    case .publisher(let publishers): publisher(publishers.flatMap { names.publishers[$0] ?? [] })
    case .not(let filter): "(\(condition(filter))) IS NOT TRUE"
    }
  }

  private func within(_ period: Period, first: SQLText, last: SQLText) -> SQLText {
    var clauses: [SQLText] = []
    if let start = period.start { clauses.append("\(last) >= \(.text(start.description))") }
    if let end = period.end { clauses.append("\(first) <= \(.text(end.description))") }
    return clauses.isEmpty ? "\(first) IS NOT NULL" : SQLText.joined(clauses, by: " AND ")
  }

  // MARK: Who and where

  /// Actors of the countries, the actors themselves, those of the kinds and the holders of the offices: as one list, so
  /// that an index of the column is read once.
  private func isActor(_ column: SQLText, _ target: NameResolution.Target) -> SQLText {
    var lists: [SQLText] = []
    if !target.countries.isEmpty {
      lists.append("SELECT id FROM actors WHERE country_code IN \(SQLText.list(target.countries))")
    }
    if !target.actors.isEmpty {
      lists.append("SELECT id FROM actors WHERE id IN \(SQLText.list(target.actors.map { .integer(Int64($0)) }))")
    }
    if !target.kinds.isEmpty { lists.append("SELECT id FROM actors WHERE kind IN \(SQLText.list(target.kinds))") }
    if !target.titles.isEmpty { lists.append(Self.holders(of: target.titles)) }
    if lists.isEmpty { return "0" }
    // Few are better listed than looked up.
    if lists.count == 1, !target.actors.isEmpty {
      return "\(column) IN \(SQLText.list(target.actors.map { .integer(Int64($0)) }))"
    }
    return "\(column) IN (" + SQLText.joined(lists, by: " UNION ALL ") + ")"
  }

  /// Those who hold or held an office of one of the titles.
  private static func holders(of titles: [String]) -> SQLText {
    "SELECT actor_id FROM actor_roles WHERE title COLLATE NOCASE IN \(SQLText.list(titles))"
  }

  /// In a document: what it names is of the countries, or one of the actors. Few documents are gathered and then read;
  /// more are gathered, and documents looked up among them in the order of their days; for a page of very many, each
  /// document says itself whether it is one. A `+` keeps SQLite to that.
  private func isNamed(_ target: NameResolution.Target) -> SQLText {
    let isFrequent = target.frequency == .frequent && query.dimensions.isEmpty && query.form == .list
    var clauses: [SQLText] = []
    if !target.countries.isEmpty {
      let countries = SQLText.list(target.countries)
      // That it is not null lets SQLite use the index of countries, whatever the bound values.
      clauses.append(
        isFrequent ? "+country_code IN \(countries)" : "country_code IS NOT NULL AND country_code IN \(countries)")
    }
    var actors = target
    actors.countries = []
    if !actors.isNobody { clauses.append(isActor(isFrequent ? "+actor_id" : "actor_id", actors)) }
    guard !clauses.isEmpty else { return "0" }
    if isFrequent {
      let any = SQLText.joined(clauses, by: " OR ")
      return "EXISTS (SELECT 1 FROM document_actors WHERE document_id = d.id AND (\(any)))"
    }
    // Those of one country come in the order of the documents, so that each is easily told once.
    let once: SQLText = target.countries.count == 1 && clauses.count == 1 ? "DISTINCT " : .empty
    let each = clauses.map { "SELECT \(once)document_id FROM document_actors WHERE \($0)" as SQLText }
    let column: SQLText = target.frequency == .rare ? "d.id" : "+d.id"
    return "\(column) IN (" + SQLText.joined(each, by: " UNION ALL ") + ")"
  }

  /// Unnamed parties that the words describe; nothing where the name is a country's.
  private func isDescribed(_ party: SQLText, _ target: NameResolution.Target) -> SQLText {
    guard target.countries.isEmpty, !target.surfaces.isEmpty else { return .empty }
    return "\(party).actor_id IS NULL AND \(party).surface IN \(SQLText.list(target.surfaces))"
  }

  private func party(_ role: QueryFilter.PartyRole, _ target: NameResolution.Target) -> SQLText {
    switch query.subject {
    case .statistics: return isActor("f.source_actor_id", target)
    case .statements: return isActor("f.speaker_actor_id", target)
    case .documents: return isNamed(target)
    case .actors: return isActor("f.id", target)
    case .commitments, .events, .operations:
      if role == .agent, let country = sql.makersCountry {
        return "\(country) IN \(SQLText.list(target.countries))"
      }
      guard let parties = sql.parties else { return "0" }
      let roles = self.roles(role, parties).map { " AND p.role \($0)" as SQLText } ?? .empty
      // Each by its own index.
      let found = partyClauses("p", role, target).map { clause -> SQLText in
        "SELECT p.\(parties.fact) FROM \(parties.table) AS p WHERE \(clause)\(roles)"
      }
      return "f.id IN (" + SQLText.joined(found, by: " UNION ALL ") + ")"
    }
  }

  /// What the roles of the parties fulfil; nil for any.
  func roles(_ role: QueryFilter.PartyRole, _ parties: SubjectSQL.Parties) -> SQLText? {
    switch role {
    case .agent: parties.agents
    case .recipient: parties.recipients
    case .involved: nil
    }
  }

  /// The conditions any one of which a row of parties fulfils, each by its own index.
  func partyClauses(
    _ party: SQLText, _ role: QueryFilter.PartyRole, _ target: NameResolution.Target
  ) -> [SQLText] {
    var clauses: [SQLText] = []
    var target = target
    // Makers stand with their countries.
    if query.subject == .commitments, role == .agent, !target.countries.isEmpty {
      clauses.append(
        "\(party).role = 'maker' AND \(party).is_country_repeat = 0 AND \(party).country_code IN \(SQLText.list(target.countries))"
      )
      target.countries = []
    }
    let isActor = isActor("\(party).actor_id", target)
    if clauses.isEmpty || !target.isNobody { clauses.append(isActor) }
    let isDescribed = isDescribed(party, target)
    if !isDescribed.isEmpty { clauses.append(isDescribed) }
    return clauses
  }

  /// The part and the names of a condition on a party.
  func roleAndTarget(
    of filter: QueryFilter
  ) -> (role: QueryFilter.PartyRole, target: NameResolution.Target)? {
    switch filter {
    case .party(let role, let references): (role, names[references])
    case .place(let references): (.agent, names[references])
    default: nil
    }
  }

  /// In an answer by maker or by the makers' country, only the makers that were asked for count.
  private func conditionOnJoinedParty(_ filter: QueryFilter) -> SQLText? {
    let groupsByAgent = query.dimensions.contains { [.actor, .maker, .lead, .speaker].contains($0) }
    let groupsByCountry = query.dimensions.contains(.country) && query.subject == .commitments
    guard groupsByAgent || groupsByCountry, sql.parties != nil else { return nil }
    let references: [QueryReference]
    switch filter {
    case .party(.agent, let some): references = some
    case .place(let some) where query.subject == .commitments: references = some
    default: return nil
    }
    let target = names[references]
    let isDescribed = isDescribed("m", target)
    let isOne = isActor("m.actor_id", target)
    return isDescribed.isEmpty ? isOne : "(\(isOne) OR \(isDescribed))"
  }

  private func place(_ target: NameResolution.Target) -> SQLText {
    switch query.subject {
    case .commitments, .statements: return party(.agent, target)
    case .documents: return isNamed(target)
    case .actors:
      return target.countries.isEmpty ? "0" : "f.country_code IN \(SQLText.list(target.countries))"
    case .events, .operations, .statistics:
      var clauses: [SQLText] = []
      if !target.countries.isEmpty { clauses.append("\(sql.country) IN \(SQLText.list(target.countries))") }
      if !target.places.isEmpty {
        clauses.append("f.place_id IN \(SQLText.list(target.places.map { .integer(Int64($0)) }))")
      }
      return clauses.isEmpty ? "0" : "(" + SQLText.joined(clauses, by: " OR ") + ")"
    }
  }

  private func publisher(_ names: [String]) -> SQLText {
    sql.publisher.map { "\($0) IN \(SQLText.list(names))" }
      ?? "f.document_id IN (SELECT id FROM documents WHERE publisher IN \(SQLText.list(names)))"
  }

  // MARK: Words

  /// Each of the words stands in the fact's own sentence or in its document's title; of documents and actors, all of
  /// them stand in the document. A `+` keeps SQLite to the order of days, for words that many have.
  private func words(_ words: [String]) -> SQLText {
    let documents: SQLText =
      "(SELECT rowid FROM documents_fts WHERE documents_fts MATCH \(.text(SearchTerms.matchExpression(ofWords: words))))"
    switch query.subject {
    case .documents: return "+d.id IN \(documents)"
    case .actors: return "n.document_id IN \(documents)"
    case .commitments, .events, .operations, .statistics, .statements:
      if readsDays { return Self.haveAll(words, sentence: "+f.sentence_id", document: "+f.document_id") }
      let found = Self.facts(in: query.subject.table, with: words)
      return names.rareWords.contains(words) ? "f.id IN (\(found))" : "+f.id IN (\(found))"
    }
  }

  /// Whether a page of facts about common words is read from the index of days, which holds all that is asked for.
  var readsDays: Bool {
    guard query.form == .list, query.dimensions.isEmpty, query.order.map({ $0.key == .date }) ?? true else {
      return false
    }
    var hasCommonWords = false
    for filter in query.filters {
      switch filter {
      case .kinds, .statuses, .period, .quoted: continue
      case .words(let words) where !names.rareWords.contains(words): hasCommonWords = true
      default: return false
      }
    }
    return hasCommonWords && query.subject != .documents && query.subject != .actors
  }

  /// Each word in the sentence or in the document's title.
  private static func haveAll(_ words: [String], sentence: SQLText, document: SQLText) -> SQLText {
    let words = words.map(SearchTerms.quoted)
    let inSentence: SQLText = "\(sentence) IN \(sentences(words.joined(separator: " AND ")))"
    // Else one of the words at least is in the title, and each of them there or in the sentence.
    return "(\(inSentence) OR \(document) IN \(titles(words))\(each(words, sentence: sentence, document: document)))"
  }

  /// The facts of which that is so, each way by its own index.
  private static func facts(in table: SQLText, with words: [String]) -> SQLText {
    let words = words.map(SearchTerms.quoted)
    let each = each(words, sentence: "+sentence_id", document: "+document_id")
    return """
      SELECT id FROM \(table) WHERE sentence_id IN \(sentences(words.joined(separator: " AND "))) \
      UNION ALL SELECT id FROM \(table) WHERE document_id IN \(titles(words))\(each)
      """
  }

  /// That several words are each in the sentence or in the title; nothing for a single one.
  private static func each(_ words: [String], sentence: SQLText, document: SQLText) -> SQLText {
    guard words.count > 1 else { return .empty }
    let each = words.map { word -> SQLText in
      "(\(sentence) IN \(sentences(word)) OR \(document) IN \(titles([word])))"
    }
    return " AND " + SQLText.joined(each, by: " AND ")
  }

  private static func sentences(_ expression: String) -> SQLText {
    "(SELECT rowid FROM fact_sentences_fts WHERE fact_sentences_fts MATCH \(.text(expression)))"
  }

  /// The documents in whose title one of the words is.
  private static func titles(_ words: [String]) -> SQLText {
    let expression = words.map { "title : \($0)" }.joined(separator: " OR ")
    return "(SELECT rowid FROM documents_fts WHERE documents_fts MATCH \(.text(expression)))"
  }

  // MARK: Fields and figures

  private func has(_ field: QueryFilter.Field, _ isThere: Bool) -> SQLText {
    let column: SQLText =
      switch field {
      case .date: sql.firstDay
      case .deadline: "f.deadline"
      case .place: "coalesce(f.place, f.country_code)"
      case .amount: query.subject == .commitments ? "f.amount" : sql.amount
      }
    return isThere ? "\(column) IS NOT NULL" : "\(column) IS NULL"
  }

  private func currency(_ code: CurrencyCode) -> SQLText {
    let code = Value.text(code.description)
    return switch query.subject {
    case .commitments: "f.currency = \(code)"
    case .operations: "f.id IN (SELECT operation_id FROM operation_outcomes WHERE unit = \(code))"
    default: "f.unit = \(code)"
    }
  }

  private func figure(_ bound: FigureBound) -> SQLText {
    let value = Value.real(bound.value.doubleValue)
    func holds(_ column: SQLText) -> SQLText {
      switch bound.comparator {
      case .greater: "\(column) > \(value)"
      case .greaterOrEqual: "\(column) >= \(value)"
      case .less: "\(column) < \(value)"
      case .lessOrEqual: "\(column) <= \(value)"
      case .equal: "\(column) = \(value)"
      // Within a tenth.
      case .approximately: "\(column) BETWEEN 0.9 * \(value) AND 1.1 * \(value)"
      }
    }
    switch query.subject {
    case .commitments:
      switch bound.unit {
      case .money(let currency): return holds("f.amount") + isUnit("f.currency", currency?.description)
      case .noun(let noun): return holds("f.quantity") + isUnit("f.unit", noun)
      case .unsaid: return "(\(holds("f.amount")) OR \(holds("f.quantity")))"
      }
    case .operations:
      let outcomes: SQLText =
        "operation_outcomes AS o WHERE \(holds("+o.value"))\(isUnit("o.unit", unitName(bound.unit)))"
      // The few operations of a kind and place are asked for theirs; else all outcomes are gone through.
      return hasPlace
        ? "EXISTS (SELECT 1 FROM \(outcomes) AND o.operation_id = f.id)"
        : "f.id IN (SELECT o.operation_id FROM \(outcomes))"
    default:
      let isUpper = bound.comparator == .greater || bound.comparator == .greaterOrEqual
      return holds(isUpper ? "ifnull(f.value, f.high)" : "ifnull(f.value, f.low)")
        + isUnit("f.unit", unitName(bound.unit))
    }
  }

  private var hasPlace: Bool {
    query.filters.contains { if case .place = $0 { true } else { false } }
  }

  private func unitName(_ unit: FigureBound.Unit) -> String? {
    switch unit {
    case .money(let currency): currency?.description
    case .noun(let noun): noun
    case .unsaid: nil
    }
  }

  private func isUnit(_ column: SQLText, _ unit: String?) -> SQLText {
    guard let unit else { return .empty }
    return " AND \(column) = \(.text(unit))"
  }
}
