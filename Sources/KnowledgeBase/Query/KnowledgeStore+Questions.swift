public import QueryLanguage
internal import SQLite

/// A question as it was read against a database: what it means there, and the SQL.
public struct Question: Sendable {
  /// How the phrase was read.
  public var reading: QueryReading
  /// The SQL, with `?` for each value; nil where the phrase has no reading.
  public var sql: String?
  /// The values in order, as SQL literals.
  public var parameters: [String]
  /// What the names in it stand for.
  let names: NameResolution
  /// How names were taken, a line each.
  public var notes: [String] { names.notes }
}

/// How an answer is wanted.
public struct AnswerOptions: Sendable, Hashable {
  /// At most so many rows where the question does not say "top".
  public var rowLimit = 1_000
  /// Whether each row comes with the sentences that it rests on.
  public var withSources = false
  /// The longest time that the query may take.
  public var deadline: Duration = .seconds(30)

  /// The usual options.
  public init() {}
}

extension KnowledgeStore {
  /// Reads a phrase with the names that this database knows, and says what SQL it becomes.
  public func question(
    _ phrase: String, parser: QueryParser, options: AnswerOptions = AnswerOptions()
  ) throws(KnowledgeBaseError) -> Question {
    try reading { () throws(SQLiteError) in
      var reading = parser.read(phrase, names: try knownNames(in: phrase, parser.vocabulary))
      guard let query = reading.query else {
        return Question(reading: reading, sql: nil, parameters: [], names: NameResolution())
      }
      var names = try NameResolver.resolve(query, in: self, vocabulary: parser.vocabulary)
      // "Figures from the Home Office", which publishes nothing here but is somebody.
      if names.unknown.contains(where: { reading.readAsActor($0.name) }), let other = reading.query {
        names = try NameResolver.resolve(other, in: self, vocabulary: parser.vocabulary)
      }
      var unknown: [(name: String, nearest: [String])] = []
      for other in names.unknown {
        // What is no name and no slip of the pen is what the text speaks of: "funding for hospitals".
        let isSmall = other.name.first?.isLowercase == true
        let mayBeText = isSmall || reading.isOnlyOrigin(other.name) || reading.isOnlyPlace(other.name)
        let isText = mayBeText ? try hasText(other.name) : false
        guard isText || isSmall && other.nearest.isEmpty, reading.lookUpAsWords(other.name) else {
          unknown.append(other)
          continue
        }
        names.notes.append("“\(other.name)” is nobody and nowhere in this database: looked up as words of the text")
      }
      reading.refuse(unknown)
      guard let query = reading.query else {
        return Question(reading: reading, sql: nil, parameters: [], names: NameResolution())
      }
      let rows = QueryCompiler(query, names: names, limit: query.limit ?? options.rowLimit).compiled().rows
      return Question(reading: reading, sql: rows.text, parameters: rows.values.map(\.literal), names: names)
    }
  }

  /// Answers a question that ``question(_:parser:options:)`` has read; nil where it was not understood.
  public func answer(
    to question: Question, options: AnswerOptions = AnswerOptions()
  ) throws(KnowledgeBaseError) -> Answer? {
    guard let query = question.reading.query else { return nil }
    return try reading { () throws(SQLiteError) in
      try connection.withDeadline(after: options.deadline) { () throws(SQLiteError) in
        try AnswerMaker(store: self, query: query, names: question.names, options: options).answer()
      }
    }
  }

  /// Answers a query, whose names are looked up first.
  public func answer(
    _ query: TypedQuery, parser: QueryParser, options: AnswerOptions = AnswerOptions()
  ) throws(KnowledgeBaseError) -> Answer {
    try reading { () throws(SQLiteError) in
      try connection.withDeadline(after: options.deadline) { () throws(SQLiteError) in
        let names = try NameResolver.resolve(query, in: self, vocabulary: parser.vocabulary)
        return try AnswerMaker(store: self, query: query, names: names, options: options).answer()
      }
    }
  }

  /// Runs `body` on one state of the database, and says what a failure means.
  func reading<Result>(_ body: () throws(SQLiteError) -> Result) throws(KnowledgeBaseError) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
  }
}

extension Value {
  /// The value as it would stand in SQL.
  var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text):
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case .blob(let bytes): "(\(bytes.count) bytes)"
    }
  }
}
