internal import SQLite

extension KnowledgeStore {
  /// The pragmas that only tell; FTS5 itself asks for the first.
  private static let readingPragmas: Set<String> = [
    "data_version", "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list", "database_list", "collation_list", "function_list", "compile_options", "user_version",
    "schema_version", "page_count", "page_size", "freelist_count", "encoding", "journal_mode",
  ]

  /// Functions that reach beyond the database.
  private static let refusedFunctions: Set<String> = [
    "load_extension", "writefile", "readfile", "edit", "fts3_tokenizer",
  ]

  /// Runs one statement of the user's that only reads.
  ///
  /// The file is opened for reading, an authorizer allows reading and nothing else, and the prepared statement must be
  /// read-only by SQLite's own judgement; it ends at the deadline and at the row limit.
  /// - Parameter parameters: values by name, without the `:`, `@` or `$`; numbers are bound as numbers.
  /// - Throws: `.invalidSQL` with the SQL and a caret, `.refused`, `.timedOut`, …
  public func answer(
    sql: String, parameters: [String: String] = [:], options: AnswerOptions = AnswerOptions()
  ) throws(KnowledgeBaseError) -> Answer {
    // The full-text table declares itself when it is first used, which the authorizer would take for a new table.
    try reading { () throws(SQLiteError) in try connection.execute("SELECT rowid FROM documents_fts LIMIT 0") }
    connection.setAuthorizer(Self.mayRun)
    defer { connection.setAuthorizer(nil) }
    do throws(SQLiteError) {
      return try connection.withDeadline(after: options.deadline) { () throws(SQLiteError) in
        let statement = try connection.prepare(sql)
        guard statement.isReadOnly, statement.columnCount > 0 else {
          throw SQLiteError(.unauthorized, "the statement gives no rows or is not read-only")
        }
        for (index, name) in statement.parameterNames.enumerated() {
          guard let value = parameters[name] else {
            throw SQLiteError(.misuse, "the parameter “\(name)” has no value; say --param \(name)=…", sql: sql)
          }
          try statement.bind(Self.value(of: value), at: index + 1)
        }
        return try Self.rows(of: statement, limit: options.rowLimit)
      }
    } catch {
      throw described(error)
    }
  }

  @Sendable private static func mayRun(_ action: AuthorizerAction) -> AuthorizerDecision {
    switch action.code {
    case .select, .read, .recursive: .allow
    case .function: refusedFunctions.contains(action.second?.lowercased() ?? "") ? .deny : .allow
    case .pragma: readingPragmas.contains(action.first?.lowercased() ?? "") ? .allow : .deny
    default: .deny
    }
  }

  private static func value(of text: String) -> Value {
    if let number = Int64(text) { return .integer(number) }
    if let number = Double(text), number.isFinite { return .real(number) }
    return .text(text)
  }

  private static func rows(of statement: borrowing PreparedStatement, limit: Int) throws(SQLiteError) -> Answer {
    var answer = Answer(columns: statement.columnNames.map { Answer.Column($0, .text) }, rows: [])
    while try statement.step() {
      guard answer.rows.count < limit else {
        answer.notes.append("the first \(limit) rows; --limit shows more")
        break
      }
      answer.rows.append(Answer.Row(statement.row.map(cell)))
    }
    return answer
  }

  private static func cell(_ value: Value) -> Answer.Cell {
    switch value {
    case .null: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .number(number)
    case .text(let text): .text(text)
    case .blob(let bytes): .text("(\(bytes.count) bytes)")
    }
  }

  /// The error with its place: SQLite does not tell where a missing table or column is named.
  private static func located(_ error: SQLiteError) -> SQLiteError {
    guard error.offset == nil, error.message.hasPrefix("no such "), let sql = error.sql,
      let name = error.message.split(separator: " ").last
    else { return error }
    let (bytes, wanted) = (Array(sql.utf8), Array(name.utf8))
    guard bytes.count >= wanted.count else { return error }
    var error = error
    error.offset = (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    return error
  }

  private func described(_ error: SQLiteError) -> KnowledgeBaseError {
    switch error.code {
    case .error, .misuse, .tooBig: KnowledgeBaseError(.invalidSQL, Self.located(error).description)
    case .unauthorized, .readOnly:
      KnowledgeBaseError(.refused, "\(error.message): `kb query --sql` reads and does nothing else")
    default: KnowledgeBaseError(error, path: path)
    }
  }
}
