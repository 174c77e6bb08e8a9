internal import Documents
public import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// One fact, or nil where the table has no such row.
  public func fact(_ table: FactTable, id: Int) throws(KnowledgeBaseError) -> FactDetail? {
    guard let statements = FactStatements.all.first(where: { $0.layout.table == table }) else { return nil }
    return try reporting { () throws(SQLiteError) in
      try connection.transaction(.deferred) { () throws(SQLiteError) in
        guard let core = try core(of: id, statements.layout) else { return nil }
        guard
          let text = try connection.first(
            "SELECT text FROM documents WHERE id = ?", [Value(core.document)], { row in SourceText(row.text(at: 0)) })
        else { return nil }
        return FactDetail(
          table: table, id: id, fields: core.fields, parties: try parties(of: id, statements.layout),
          outcomes: table == .operations ? try outcomes(of: id) : [], evidence: core.evidence,
          context: try context(of: core, in: text), confidence: core.confidence, rule: core.rule,
          document: try summary(ofDocument: core.document))
      }
    }
  }

  /// The columns of one fact.
  private struct FactCore {
    var document: Int
    var ordinal: Int
    var evidence: String
    var range: Range<Int>
    var confidence: Double
    var rule: String
    var fields: [FactDetail.Field]
  }

  private func core(of id: Int, _ layout: FactLayout) throws(SQLiteError) -> FactCore? {
    let own = layout.columns.map { "f.\($0.name)" }.joined(separator: ", ")
    return try connection.first(
      """
      SELECT f.document_id, s.ordinal, f.evidence, f.evidence_start, f.evidence_end, f.confidence, f.rule, \(own)
      FROM \(layout.table.rawValue) AS f JOIN sentences AS s ON s.id = f.sentence_id
      WHERE f.id = ?
      """, [Value(id)]
    ) { row in
      var fields: [FactDetail.Field] = []
      for (index, column) in layout.columns.enumerated() {
        guard let cell = Self.cell(row.value(at: 7 + index), column.type) else { continue }
        fields.append(FactDetail.Field(name: column.name, value: cell))
      }
      return FactCore(
        document: row.integer(at: 0), ordinal: row.integer(at: 1), evidence: row.text(at: 2),
        range: row.range(at: 3), confidence: row.real(at: 5), rule: row.text(at: 6),
        fields: fields)
    }
  }

  private func parties(of id: Int, _ layout: FactLayout) throws(SQLiteError) -> [FactDetail.PartyDetail] {
    let sql =
      switch layout.parties {
      case .lists(let table, let key, _), .roles(let table, let key, _):
        """
        SELECT p.role, ifnull(a.name, p.surface), p.actor_id, p.surface
        FROM \(table) AS p LEFT JOIN actors AS a ON a.id = p.actor_id
        WHERE p.\(key) = ? ORDER BY p.ordinal
        """
      case .single(let role, let surface, let actor):
        """
        SELECT '\(role)', ifnull(a.name, f.\(surface)), f.\(actor), f.\(surface)
        FROM \(layout.table.rawValue) AS f LEFT JOIN actors AS a ON a.id = f.\(actor)
        WHERE f.id = ? AND f.\(surface) IS NOT NULL
        """
      }
    return try connection.all(sql, [Value(id)]) { row in
      FactDetail.PartyDetail(
        role: row.text(at: 0), name: row.text(at: 1), actorID: row.optionalInteger(at: 2), surface: row.text(at: 3))
    }
  }

  private func outcomes(of operation: Int) throws(SQLiteError) -> [Answer.Figure] {
    try connection.all(
      """
      SELECT value, unit, unit GLOB '[A-Z][A-Z][A-Z]'
      FROM operation_outcomes WHERE operation_id = ? ORDER BY ordinal
      """, [Value(operation)]
    ) { row in Answer.Figure(row.real(at: 0), unit: row.text(at: 1), isMoney: row.integer(at: 2) == 1) }
  }

  private func context(of core: FactCore, in text: SourceText) throws(SQLiteError) -> FactDetail.Context {
    var sentences: [Int: String] = [:]
    let offsets = CodePointOffsets(text)
    try connection.query(
      """
      SELECT ordinal, start_offset, end_offset
      FROM sentences WHERE document_id = ? AND ordinal BETWEEN ? AND ?
      """, [Value(core.document), Value(core.ordinal - 1), Value(core.ordinal + 1)]
    ) { row in
      sentences[row.integer(at: 0)] = offsets.text(from: row.integer(at: 1), to: row.integer(at: 2), of: text)
    }
    return FactDetail.Context(
      before: sentences[core.ordinal - 1], sentence: sentences[core.ordinal] ?? core.evidence,
      after: sentences[core.ordinal + 1], evidence: core.range)
  }

  func summary(ofDocument id: Int) throws(SQLiteError) -> DocumentSummary {
    try connection.first("SELECT source, title, published_on, publisher FROM documents WHERE id = ?", [Value(id)]) {
      row in
      DocumentSummary(
        source: row.text(at: 0), title: row.optionalText(at: 1), publishedOn: row.optionalText(at: 2),
        publisher: row.optionalText(at: 3))
    } ?? DocumentSummary(source: "")
  }

  /// A value as a cell, or nil for null.
  private static func cell(_ value: Value, _ type: FactLayout.ColumnType) -> Answer.Cell? {
    switch (type, value) {
    case (_, .null), (_, .blob): nil
    case (.truth, .integer(let flag)): .flag(flag != 0)
    case (_, .integer(let number)): .integer(Int(number))
    case (_, .text(let text)): .text(text)
    case (_, .real(let number)): .number(number)
    }
  }
}

extension CodePointOffsets {
  /// The text between two code points, or nil where they are not in order or not in the text.
  func text(from start: Int, to end: Int, of text: SourceText) -> String? {
    guard 0 <= start, start <= end, end <= count else { return nil }
    return text[ByteRange(byte(atCodePoint: start), byte(atCodePoint: end))]
  }
}
