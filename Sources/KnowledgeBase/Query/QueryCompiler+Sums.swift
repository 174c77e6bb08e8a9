internal import QueryLanguage
internal import SQLite

/// The sums of money or figures a group, one a currency or unit: as `figure_sums` keeps them, else from the rows of
/// parties or outcomes where these have all that is asked for, else from the facts.
extension QueryCompiler {
  private var isMoney: SQLText { hasMoney ? "1" : "unit GLOB '[A-Z][A-Z][A-Z]'" }

  /// A group's sums, one a currency or unit, the largest first.
  var sums: SQLText {
    guard hasFigures else { return .empty }
    let total: SQLText = countedSums ?? (hasMoney ? money : outcomes)
    return """
      ,
      sums AS (
        SELECT \(listed(joinedKeys))json_group_array(json_array('=', total, NULL, unit, \(isMoney))) AS figures
        FROM (
          \(total)
          GROUP BY \(listed(keys))unit
          ORDER BY \(listed(keys))total DESC, unit
        )\(grouped(keys))
      )
      """
  }

  /// The sums as they are kept.
  private var countedSums: SQLText? {
    guard var counted = countedRows else { return nil }
    // Money has its currency, and an outcome its unit, in the sums by everything else.
    let isByOwnUnit = counted.dimension == .currency || counted.dimension == .unit && hasOutcomes
    if isByOwnUnit { counted.dimension = .all }
    return """
      SELECT \(listed(keys))unit, sum(part) AS total
          FROM (
            \(countedPart(counted, in: "figure_sums", "f.unit, f.total AS part", units: isByOwnUnit ? "f.unit" : "f.value"))
          )
      """
  }

  /// The money of the facts, or of the rows of their parties where the groups go by these.
  private var money: SQLText {
    let sum: SQLText = "ifnull(currency, '') AS unit, sum(amount) AS total"
    guard let rows = partyRows else {
      let further: [(column: SQLText, name: SQLText)] = [("f.amount", "amount"), ("f.currency", "currency")]
      return """
        SELECT \(listed(keys))\(sum)
            FROM (\(matched(from: amounts, and: further, where: " AND f.amount IS NOT NULL")))
        """
    }
    let parts = rows.map { rows -> SQLText in
      let columns = zip(query.dimensions, keys).map { "\(key(of: $0, in: rows)) AS \($1)" as SQLText }
      let index: SQLText = rows.areFacts ? "commitments_amount" : "commitment_parties_amount"
      return """
        SELECT \(listed(columns))f.amount, f.currency
            FROM \(rows.sql.source) INDEXED BY \(index)
            WHERE f.amount IS NOT NULL AND \(conditions(on: rows))
        """
    }
    return """
      SELECT \(listed(keys))\(sum)
          FROM (
            \(SQLText.joined(parts, by: "\n      UNION ALL\n      "))
          )
      """
  }

  private var outcomes: SQLText {
    if let parts = outcomeParts {
      return """
        SELECT \(listed(keys))unit, sum(value) AS total
            FROM (
              \(SQLText.joined(parts, by: "\n      UNION ALL\n      "))
            )\(countedUnits(in: "unit"))
        """
    }
    return """
      SELECT \(listed(keys))o.unit AS unit, sum(o.value) AS total
          FROM (\(matched())) AS facts
          JOIN operation_outcomes AS o ON o.operation_id = facts.id\(countedUnits(in: "o.unit"))
      """
  }

  /// The outcomes themselves, where they or the rows of parties have all that is asked for.
  private var outcomeParts: [SQLText]? {
    if let rows = partyRows {
      return rows.map { rows in
        let columns = zip(query.dimensions, keys).map { "\(key(of: $0, in: rows)) AS \($1)" as SQLText }
        let fact: SQLText = rows.areFacts ? "f.id" : "f.operation_id"
        return """
          SELECT \(listed(columns))o.value, o.unit
              FROM operation_outcomes AS o
              CROSS JOIN \(rows.sql.source) ON \(fact) = o.operation_id
              WHERE \(conditions(on: rows))
          """
      }
    }
    let isInOutcomes = query.filters.allSatisfy { filter in
      switch filter {
      case .period, .kinds, .statuses, .not(.kinds), .not(.statuses): true
      case .place(let references): filters.names[references].places.isEmpty
      default: false
      }
    }
    let areKeys = query.dimensions.allSatisfy { dimension in
      switch dimension {
      case .kind, .status, .year, .quarter, .month, .country, .unit: true
      default: false
      }
    }
    guard isInOutcomes, areKeys else { return nil }
    let columns = zip(query.dimensions, keys).map { dimension, key -> SQLText in
      "\(dimension == .unit ? "f.unit" : expression(dimension)) AS \(key)"
    }
    return [
      """
      SELECT \(listed(columns))f.value, f.unit
          FROM operation_outcomes AS f
          WHERE \(filters.conditions(joinsParties: false))
      """
    ]
  }

  /// "How many boats were seized" counts boats only; so does a group of boats.
  private func countedUnits(in unit: SQLText) -> SQLText {
    if let index = query.dimensions.firstIndex(of: .unit) { return "\n    WHERE \(unit) = \(keys[index])" }
    let units = query.filters.compactMap { filter -> String? in
      guard case .figure(let bound) = filter, case .noun(let noun) = bound.unit else { return nil }
      return noun
    }
    return units.isEmpty ? .empty : "\n    WHERE \(unit) IN \(SQLText.list(units))"
  }

  /// The commitments with money, by the index that holds only those, where it has all that the filters ask for.
  private var amounts: SQLText {
    let isIndexed = query.filters.allSatisfy { filter in
      switch filter {
      case .kinds, .statuses, .currency, .period, .figure: true
      default: false
      }
    }
    return isIndexed ? "commitments AS f INDEXED BY commitments_amount" : sql.source
  }
}
