/// What a user types into a search, as an expression of FTS5 that can never be wrong
/// (https://www.sqlite.org/fts5.html#full_text_query_syntax).
///
/// Words are all sought; `"a phrase"` as it stands; `begin*` as a beginning; `-word` is not to occur; `OR` stands
/// between alternatives; `NEAR(a b, 10)` asks for words near each other. Other punctuation is passed over.
struct SearchExpression {
  /// The expression, or nil where nothing is sought.
  private(set) var text: String?

  /// So many words and phrases are sought at most: no question has more, and FTS5 bounds its expressions too.
  static let mostTerms = 100
  /// Whether there were more.
  private(set) var isCut = false

  private var alternatives: [[String]] = []
  private var excluded: [String] = []
  private var joinsNext = false

  init(_ words: String) {
    var rest = words[...]
    var count = 0
    while let term = Self.nextTerm(&rest) {
      count += 1
      isCut = count > Self.mostTerms
      if isCut { break }
      add(term)
    }
    let sought = alternatives.map { $0.count == 1 ? $0[0] : "(" + $0.joined(separator: " OR ") + ")" }
    guard !sought.isEmpty else { return }
    let all = sought.joined(separator: " AND ")
    text = excluded.isEmpty ? all : "(\(all)) NOT (\(excluded.joined(separator: " OR ")))"
  }

  /// One word with its signs, a quotation, or `NEAR(…)`.
  private static func nextTerm(_ rest: inout Substring) -> Substring? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first else { return nil }
    var end = rest.startIndex
    if first == "\"" || first == "-" && rest.dropFirst().first == "\"" {
      let opening = first == "\"" ? rest.startIndex : rest.index(after: rest.startIndex)
      end = rest[rest.index(after: opening)...].firstIndex(of: "\"").map { rest.index(after: $0) } ?? rest.endIndex
    } else if rest.hasPrefix("NEAR("), let close = rest.firstIndex(of: ")") {
      end = rest.index(after: close)
    } else {
      end = rest.firstIndex { $0.isWhitespace } ?? rest.endIndex
    }
    let term = rest[..<end]
    rest = rest[end...]
    return term
  }

  private mutating func add(_ term: Substring) {
    if term == "OR", !alternatives.isEmpty {
      joinsNext = true
    } else if term == "AND" || term == "OR" || term == "NOT" {
      return
    } else if term.hasPrefix("-"), let phrase = Self.phrase(term.dropFirst()) {
      excluded.append(phrase)
    } else if let sought = Self.near(term) ?? Self.phrase(term) {
      if joinsNext, let last = alternatives.indices.last {
        alternatives[last].append(sought)
      } else {
        alternatives.append([sought])
      }
      joinsNext = false
    }
  }

  /// A word, beginning or quotation as a phrase; nil where it has no letter or digit.
  private static func phrase(_ term: Substring) -> String? {
    guard term.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let inside = term.filter { $0 != "\"" }
    let isBeginning = inside.hasSuffix("*") && !term.hasSuffix("\"")
    return isBeginning ? SearchTerms.quoted(String(inside.dropLast())) + "*" : SearchTerms.quoted(String(inside))
  }

  /// `NEAR(a b, 10)`.
  private static func near(_ term: Substring) -> String? {
    guard term.hasPrefix("NEAR("), term.hasSuffix(")") else { return nil }
    let inside = term.dropFirst(5).dropLast().split(separator: ",", maxSplits: 1)
    guard let words = inside.first?.split(separator: " ").compactMap({ phrase($0) }), words.count > 1 else {
      return nil
    }
    let distance = inside.count == 2 ? Int(inside[1].filter { $0 != " " }) ?? 10 : 10
    return "NEAR(\(words.joined(separator: " ")), \(max(0, min(distance, 1_000))))"
  }
}
