import KnowledgeBase
import QueryLanguage

/// Completes what is typed at the prompt: dot commands, the words of the language, tables and columns, and names.
struct ShellCompletion {
  private static let most = 200
  private let store: KnowledgeStore
  private let words: [String]
  private let tables: [String]

  init(_ store: KnowledgeStore, vocabulary: QueryVocabulary) {
    self.store = store
    words = vocabulary.suggestible.sorted()
    let tables = (try? store.tables()) ?? []
    self.tables = Set(tables.map(\.name) + tables.flatMap(\.columns) + Self.keywords).sorted()
  }

  private static let keywords = [
    "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "LEFT JOIN", "USING", "DISTINCT", "HAVING",
    "count(*)", "min", "max", "sum", "AND", "OR", "NOT", "LIKE", "BETWEEN", "DESC", "WITH", "VALUES",
  ]

  func callAsFunction(_ head: String) -> LineEditor.Completion {
    if head.hasPrefix("."), !head.contains(" ") {
      return LineEditor.Completion(
        replaced: head.count, candidates: ShellSession.commands.filter { $0.hasPrefix(head) })
    }
    let isSQL = ShellSession.isSQL(head) || head.hasPrefix(".schema ")
    for beginning in Self.beginnings(of: head, mostWords: isSQL ? 1 : 4) {
      let candidates = isSQL ? Self.matching(beginning, in: tables) : phraseWords(beginning)
      if !candidates.isEmpty { return LineEditor.Completion(replaced: beginning.count, candidates: candidates) }
    }
    return LineEditor.Completion(replaced: 0, candidates: [])
  }

  /// The last words of a line, the longest run first: names have several.
  private static func beginnings(of head: String, mostWords: Int) -> [String] {
    let starts = head.indices.filter { index in
      !isBreak(head[index]) && (index == head.startIndex || isBreak(head[head.index(before: index)]))
    }
    guard head.last.map(isBreak) == false else { return [] }
    return starts.suffix(mostWords).map { String(head[$0...]) }
  }

  private static func isBreak(_ character: Character) -> Bool {
    character.isWhitespace || "(),;=<>".contains(character)
  }

  private func phraseWords(_ beginning: String) -> [String] {
    let names = beginning.count >= 2 ? (try? store.names(beginningWith: beginning, limit: Self.most)) ?? [] : []
    var seen: Set<String> = []
    return (Self.matching(beginning, in: words) + names).filter { seen.insert($0.lowercased()).inserted }
  }

  private static func matching(_ beginning: String, in words: [String]) -> [String] {
    let small = beginning.lowercased()
    return words.filter { $0.lowercased().hasPrefix(small) }
  }
}
