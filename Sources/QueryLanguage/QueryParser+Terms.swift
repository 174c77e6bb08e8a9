internal import Documents
internal import PolicyModel

/// The parts that stand without a preposition: subjects, kinds, verbs, statuses, orders, and question words.
extension QueryParser {
  /// Reads a term; words that carry nothing are passed over.
  mutating func readTerm() -> Bool {
    guard let found = longestTerm(at: position) else { return readLimit() }
    let words = position..<position + found.count
    if let refusal = found.meanings.first(where: { $0.role == .refusal }) {
      report("not-asked", "“\(text(words))” cannot be asked for", at: words, hint: refusal.value)
      position = words.upperBound
      return true
    }
    let isRead =
      readModifier(found.meanings, words) || readSubject(found.meanings, words) || readStatus(found.meanings, words)
      || readKind(found.meanings, words)
      || readVerb(found.meanings, words) || readDimension(found.meanings, words) || readOrder(found.meanings, words)
    if !isRead, readLimit() || readMoney(found.meanings, words) { return true }
    guard isRead || found.meanings.contains(where: { $0.role == .filler }) else { return false }
    // "Not the": what is denied is still to come.
    if !isRead { draft.deniesNext = draft.isDenied }
    position = max(position, words.upperBound)
    return true
  }

  /// "Who promised money": what has an amount.
  private mutating func readMoney(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard meanings.contains(where: { $0.role == .field && $0.value == "amount" }) else { return false }
    add(.has(.amount, true), from: words)
    position = words.upperBound
    return true
  }

  /// A number before what it limits: "5 latest arrests".
  private mutating func readLimit() -> Bool {
    guard let number = wholeNumber(at: position), position + number.count < tokens.count,
      longestTerm(at: position + number.count) != nil
    else { return false }
    draft.limit = number.value
    note(position..<position + number.count, "top \(number.value)")
    position += number.count
    return true
  }

  /// The length of a term that names a subject or kind, or nil.
  func subjectLength(at index: Int) -> Int? {
    guard let found = longestTerm(at: index),
      found.meanings.contains(where: { $0.role == .subject || $0.role == .kind })
    else { return nil }
    return found.count
  }

  private mutating func readSubject(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard let meaning = meanings.first(where: { $0.role == .subject }) else { return false }
    let pieces = meaning.value.split(separator: ":", maxSplits: 1).map(String.init)
    guard let subject = TypedQuery.Subject(rawValue: pieces[0]) else { return false }
    let isFigure = pieces.count == 2 && pieces[1] == "about"
    let restriction =
      isFigure ? .words([text(words)]) : pieces.count == 2 ? Self.restriction(pieces[1]) : nil
    draft.subjects.append(
      QueryDraft.SubjectMention(
        word: text(words), subject: subject, restriction: restriction, range: range(words),
        isObject: isActedUpon(before: words.upperBound),
        isAsked: words.lowerBound > 0 && ["which", "what"].contains(tokens[words.lowerBound - 1].folded),
        isFigure: isFigure))
    return true
  }

  /// Whether a form of "be", or a participle, follows: "agencies were sued", "officers deployed", "firms fined by …".
  private func isActedUpon(before index: Int) -> Bool {
    guard index < tokens.count else { return false }
    return Self.passiveWords.contains(tokens[index].folded)
      || (value(.verb, at: index) != nil && tokens[index].folded.hasSuffix("ed")
        && (index == tokens.count - 1 || tokens[index + 1].folded == "by"))
  }

  static let passiveWords: Set<String> = ["was", "were", "is", "are", "been", "being"]

  private static func restriction(_ text: String) -> QueryFilter? {
    if text == "direct" || text == "indirect" { return .quoted(text == "direct") }
    if let kind = Actor.Kind(rawValue: text) { return .actorKinds([kind]) }
    return text.hasPrefix("office=") ? .office(String(text.dropFirst(7))) : nil
  }

  private mutating func readKind(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    let choices = meanings.filter { $0.role == .kind }.compactMap { Self.choice($0.value) }
    guard !choices.isEmpty else { return false }
    draft.kinds.append(
      QueryDraft.KindMention(word: text(words), choices: choices, range: range(words), isNegated: draft.isDenied))
    return true
  }

  private static func choice(_ value: String) -> (subject: TypedQuery.Subject, kind: FactKind)? {
    let pieces = value.split(separator: ":")
    guard pieces.count == 2, let subject = TypedQuery.Subject(rawValue: String(pieces[0])),
      let kind = FactKind(pieces[1])
    else { return nil }
    return (subject, kind)
  }

  /// A verb names the subject where no noun has: "what did France promise".
  private mutating func readVerb(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    let verbs = meanings.filter { $0.role == .verb }
    guard let meaning = verbs.first else { return false }
    let choices = verbs.compactMap { Self.choice($0.value) }
    if !choices.isEmpty {
      if addsToNoun(choices) {
        draft.kinds.append(
          QueryDraft.KindMention(
            word: text(words), choices: choices, range: range(words), isVerb: true, isNegated: draft.isDenied))
      } else {
        draft.diagnostics.append(
          Diagnostic(
            .note, code: "unused-verb", "“\(text(words))” does not narrow the answer down", range: range(words)))
      }
    } else if let subject = TypedQuery.Subject(rawValue: meaning.value), !draft.hasFacts, !asksForDocuments {
      draft.subjects.append(
        QueryDraft.SubjectMention(
          word: text(words), subject: subject, restriction: nil, range: range(words), isVerb: true))
    }
    return true
  }

  private var asksForDocuments: Bool { draft.subjects.contains { $0.subject == .documents } }

  /// Whether a verb says more than the nouns before it: not where these are of another table or kind.
  private func addsToNoun(_ choices: [(subject: TypedQuery.Subject, kind: FactKind)]) -> Bool {
    if asksForDocuments { return false }
    let nouns = draft.subjects.filter { $0.subject != .actors && !$0.isVerb }
    if !nouns.isEmpty { return nouns.contains { noun in choices.contains { $0.subject == noun.subject } } }
    let kinds = draft.kinds.filter { !$0.isVerb }.flatMap(\.choices)
    return kinds.isEmpty
      || kinds.contains { kind in choices.contains { $0.subject == kind.subject && $0.kind == kind.kind } }
  }

  /// A state, where it stands beside a noun and is no verb: "planned operations", "commitments pledged".
  private mutating func readStatus(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard let meaning = meanings.first(where: { $0.role == .status }) else { return false }
    if !draft.isDenied, meanings.contains(where: { $0.role == .verb }), !draft.hasFacts, !asksForDocuments,
      subjectLength(at: skippingFillers(words.upperBound)) == nil || draft.asksWho || !draft.references.isEmpty
        || !draft.dimensions.isEmpty
    {
      return false
    }
    // "!fulfilled" stands for whatever is not.
    let isOpposite = meaning.value.hasPrefix("!")
    draft.statuses.append(
      QueryDraft.StatusMention(
        status: String(isOpposite ? meaning.value.dropFirst() : meaning.value[...]), range: range(words),
        isNegated: draft.isDenied != isOpposite))
    return true
  }

  /// A way of grouping without "by": "top 5 countries by commitments".
  private mutating func readDimension(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard
      let dimension = meanings.first(where: { $0.role == .dimension })
        .flatMap({ TypedQuery.Dimension(rawValue: $0.value) }), draft.dimensions.count < 2
    else { return false }
    if !draft.dimensions.contains(dimension) { draft.dimensions.append(dimension) }
    note(words, "by \(dimension.rawValue)")
    return true
  }

  private mutating func readOrder(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard let value = meanings.first(where: { $0.role == .order })?.value else { return false }
    if value == "descending" || value == "ascending" {
      var order = draft.order ?? TypedQuery.Order(draft.dimensions.isEmpty ? .date : .count, isDescending: true)
      order.isDescending = value == "descending"
      draft.order = order
      note(words, "sort \(order.key.rawValue) \(order.isDescending ? "down" : "up")")
      return true
    }
    let order: TypedQuery.Order
    switch value {
    case "latest": order = TypedQuery.Order(.date, isDescending: true)
    case "earliest": order = TypedQuery.Order(.date, isDescending: false)
    case "largest": order = TypedQuery.Order(.amount, isDescending: true)
    case "smallest": order = TypedQuery.Order(.amount, isDescending: false)
    default: order = TypedQuery.Order(.count, isDescending: true)
    }
    draft.order = order
    note(words, "sort \(order.key.rawValue) \(order.isDescending ? "down" : "up")")
    if let number = wholeNumber(at: words.upperBound), draft.limit == nil, period(at: words.upperBound) == nil {
      draft.limit = number.value
      note(words.upperBound..<words.upperBound + number.count, "top \(number.value)")
      position = words.upperBound + number.count
    }
    return true
  }

  /// `how many`, `how much`, `who`, `where`.
  mutating func readQuestion(_ clause: Clause, from start: Int) -> Bool {
    switch clause {
    case .howMany:
      if draft.hasSubject == false, let unit = countedNoun(at: position) {
        draft.form = .total
        note(start..<position, "total")
        add(
          .figure(FigureBound(.greaterOrEqual, .zero, unit: .noun(unit.noun))), from: position..<position + unit.count)
        position += unit.count
        return true
      }
      if let unit = value(.unit, at: position), !draft.hasSubject, isTextWord(skippingFillers(position + unit.count)) {
        return readFigures(of: unit)
      }
      draft.form = .count
      note(start..<position, "count")
    case .howMuch:
      draft.form = .total
      note(start..<position, "total")
    case .who:
      let isWhom = asksWhom(from: start)
      (draft.asksWho, draft.asksWhom) = (true, isWhom)
      note(start..<position, isWhom ? "by whom it is done to" : "by who does it")
    default:
      if !draft.dimensions.contains(.country) { draft.dimensions.append(.country) }
      note(start..<position, "by country")
    }
    return true
  }

  /// `whom`, `who was arrested`, `who did the police arrest`; not `who has promised`.
  private func asksWhom(from start: Int) -> Bool {
    guard tokens[start].folded != "whom", position < tokens.count else { return true }
    if Self.passiveWords.contains(tokens[position].folded) { return true }
    guard ["did", "does", "do", "has", "have", "had", "will"].contains(tokens[position].folded) else { return false }
    let next = skippingFillers(position)
    if ["was", "been"].contains(where: { word in tokens[position..<next].contains { $0.folded == word } }) {
      return true
    }
    return certainName(at: next, prefersActor: true) != nil || actorGroup(at: next) != nil
  }

  /// The noun of "how many boats were seized": a unit, where a verb of an operation follows.
  private func countedNoun(at start: Int) -> (noun: String, count: Int)? {
    let unit = value(.unit, at: start)
    guard start < tokens.count, unit != nil || longestTerm(at: start) == nil else { return nil }
    let count = unit?.count ?? 1
    // "How many kilos of cocaine were seized": what they are of is read next.
    var next = start + count
    if next < tokens.count, tokens[next].folded == "of" {
      next += 1
      while next < tokens.count, next < start + count + 4, longestTerm(at: next) == nil { next += 1 }
    }
    // "How many people did Border Force arrest": who did it is read next, too.
    next = skippingFillers(next)
    if value(.verb, at: next) == nil { next += certainName(at: next, prefersActor: true)?.count ?? 0 }
    guard let verb = value(.verb, at: next), verb.value.hasPrefix("operations:") else { return nil }
    return (unit?.value ?? Self.singular(tokens[start].folded), count)
  }
}
