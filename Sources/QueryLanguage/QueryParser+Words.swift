internal import Documents
internal import PolicyModel

/// Words that mean nothing to the language, and nouns that only narrow down the noun behind them: words of the text.
extension QueryParser {
  /// Words that mean nothing else right before a noun or a verb: "unemployment figures", "boats seized".
  mutating func readWordsBeforeNoun() -> Bool {
    var end = position
    while end < tokens.count, end - position < 4, isPlainWord(end) { end += 1 }
    // "Cocaine was seized".
    let next = end < tokens.count && Self.passiveWords.contains(tokens[end].folded) ? end + 1 : end
    guard end > position, next < tokens.count, let found = longestTerm(at: next),
      found.meanings.contains(where: { $0.role == .subject || $0.role == .kind || $0.role == .verb })
    else { return false }
    readAsWords(position..<end)
    return true
  }

  /// Words that the language does not know and documents have, wherever they stand: "drug approvals", "displaced".
  mutating func readTextWords() -> Bool {
    var end = position
    while end < tokens.count, isTextWord(end) { end += 1 }
    guard end > position else { return false }
    readAsWords(position..<end)
    return true
  }

  /// A noun right before that of other facts only narrows it down: "returns agreements", "military aid", "court fees".
  mutating func readModifier(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard !draft.isDenied, let next = longestTerm(at: words.upperBound) else { return false }
    let tables = Self.tables(of: next.meanings)
    guard !tables.isEmpty, !tables.contains("documents") else { return false }
    let own = Self.tables(of: meanings)
    let isOfOthers = !own.isEmpty && own.isDisjoint(with: tables)
    let word = tokens[words.upperBound - 1].folded
    let isGroup =
      own.isEmpty && !words.contains { tokens[$0].isCapitalised } && Self.singular(word) == word
      && meanings.contains { $0.role == .subject && $0.value.hasPrefix("actors:") && !$0.value.contains("office=") }
    guard isOfOthers || isGroup else { return false }
    readAsWords(words)
    return true
  }

  /// The tables of facts that a noun names.
  private static func tables(of meanings: [QueryVocabulary.Meaning]) -> Set<String> {
    var tables: Set<String> = []
    for meaning in meanings where meaning.role == .subject || meaning.role == .kind {
      let table = String(meaning.value.prefix { $0 != ":" })
      if table != "actors" { tables.insert(table) }
    }
    return tables
  }

  /// `for hospitals`: what it is for in small letters, unless it is somebody for certain.
  mutating func readPurpose(from start: Int) -> Bool {
    let index = skippingFillers(position)
    guard tokens[start].folded == "for", index < tokens.count, !tokens[index].isQuoted,
      !tokens[index].isCapitalised, certainName(at: index, prefersActor: true) == nil, actorGroup(at: index) == nil,
      longestTerm(at: index) == nil, vocabulary.places(named: tokens[index].folded.uppercased()).isEmpty
    else { return false }
    return readWords(from: start)
  }

  /// `deaths in attacks`: a noun of facts is no place.
  mutating func readNounWithin(from start: Int) -> Bool {
    guard position < tokens.count, !tokens[position].isCapitalised, let found = longestTerm(at: position),
      !Self.tables(of: found.meanings).isEmpty, draft.hasSubject
    else { return false }
    return readWords(from: start)
  }

  /// `people displaced by floods`: a noun of facts behind figures is their cause.
  mutating func readCause(from start: Int) -> Bool {
    draft.subjects.contains(where: \.isFigure) && value(.dimension, at: skippingFillers(position)) == nil
      && readNounWithin(from: start)
  }

  /// `how many people crossed …`: figures that count people, where no verb of the language says what was done.
  mutating func readFigures(of unit: (value: String, count: Int)) -> Bool {
    let words = position..<position + unit.count
    draft.subjects.append(
      QueryDraft.SubjectMention(
        word: text(words), subject: .statistics, restriction: nil, range: range(words), isFigure: true))
    add(.figure(FigureBound(.greaterOrEqual, .zero, unit: .noun(unit.value))), from: words)
    position = words.upperBound
    return true
  }

  private mutating func readAsWords(_ words: Range<Int>) {
    draft.diagnostics.append(
      Diagnostic(
        .note, code: "plain-words", "“\(text(words))” is looked up as words of the text", range: range(words)))
    add(.words(tokens[words].map(\.text)), from: words)
    position = words.upperBound
  }

  /// Whether a word in small letters means nothing to the language, and is no slip of one that does.
  private func isPlainWord(_ index: Int) -> Bool {
    isOfNoTerm(index)
      && (names.isWord(tokens[index].folded)
        || Nearest.words(to: tokens[index].folded, among: vocabulary.suggestible, limit: 1).isEmpty)
  }

  /// Whether a word in small letters means nothing to the language and stands in a document.
  func isTextWord(_ index: Int) -> Bool {
    index < tokens.count && isOfNoTerm(index) && names.isWord(tokens[index].folded)
  }

  private func isOfNoTerm(_ index: Int) -> Bool {
    let token = tokens[index]
    return !token.isQuoted && !token.isCapitalised && token.folded.utf8.count > 2 && longestTerm(at: index) == nil
      && token.folded.allSatisfy { $0.isLetter || $0 == "-" }
      && certainName(at: index, prefersActor: true) == nil && actorGroup(at: index) == nil
  }
}
