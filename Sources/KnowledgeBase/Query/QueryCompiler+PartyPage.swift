internal import QueryLanguage

/// The page of a list that one condition on a party narrows down: read from the rows of the parties, whose indexes hold
/// the days, rather than from the facts of all of them.
extension QueryCompiler {
  /// `SELECT id, day, sort_key …` in the order of days; nil where the rows of parties do not have all that is asked for.
  var partyPage: SQLText? {
    guard let parties = sql.parties, query.order.map({ $0.key == .date || $0.key == .count }) ?? true,
      let index = query.filters.firstIndex(where: isOfParty),
      let party = filters.roleAndTarget(of: query.filters[index])
    else { return nil }
    var others = query
    others.filters.remove(at: index)
    guard Self.rowsHave(others) else { return nil }
    let isLatestFirst = query.order?.isDescending ?? true
    let sql = SubjectSQL.partyRows(parties, roles: filters.roles(party.role, parties))
    let conditions = FilterSQL(others, names: filters.names, sql: sql).conditions(joinsParties: false)
    let parts = filters.partyClauses("f", party.role, party.target).map { clause -> SQLText in
      """
      SELECT f.\(parties.fact) AS id, f.first_day AS day
            FROM \(sql.source)
            WHERE \(clause) AND \(conditions)
      """
    }
    // Grouped as they are sorted, each comes once; DISTINCT would keep them in a tree first.
    return """
      SELECT id, day, day AS sort_key
          FROM (
            \(SQLText.joined(parts, by: "\n        UNION ALL\n        "))
          )
          GROUP BY day, id
          ORDER BY day\(isLatestFirst ? " DESC" : " NULLS LAST" as SQLText), id
      """
  }

  private func isOfParty(_ filter: QueryFilter) -> Bool {
    switch filter {
    case .party: true
    case .place: query.subject == .commitments
    default: false
    }
  }
}
