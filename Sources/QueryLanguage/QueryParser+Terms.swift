internal import Documents
internal import PolicyModel

/// The parts that stand without a preposition: subjects, kinds, verbs, statuses, orders, and question words.
extension QueryParser {
  /// Reads a term; words that carry nothing are passed over.
  mutating func readTerm() -> Bool {
    guard let found = longestTerm(at: position) else { return readLimit() }
    let words = position..<position + found.count
    let isRead =
      readSubject(found.meanings, words) || readStatus(found.meanings, words) || readKind(found.meanings, words)
      || readVerb(found.meanings, words) || readDimension(found.meanings, words) || readOrder(found.meanings, words)
    if !isRead, readLimit() || readMoney(found.meanings, words) { return true }
    guard isRead || found.meanings.contains(where: { $0.role == .filler }) else { return false }
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
    let restriction = pieces.count == 2 ? Self.restriction(pieces[1]) : nil
    draft.subjects.append(
      QueryDraft.SubjectMention(word: text(words), subject: subject, restriction: restriction, range: range(words)))
    return true
  }

  private static func restriction(_ text: String) -> QueryFilter? {
    if text == "direct" || text == "indirect" { return .quoted(text == "direct") }
    if let kind = Actor.Kind(rawValue: text) { return .actorKinds([kind]) }
    return text.hasPrefix("office=") ? .office(String(text.dropFirst(7))) : nil
  }

  private mutating func readKind(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    let choices = meanings.filter { $0.role == .kind }.compactMap { Self.choice($0.value) }
    guard !choices.isEmpty else { return false }
    draft.kinds.append(QueryDraft.KindMention(word: text(words), choices: choices, range: range(words)))
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
    guard let meaning = meanings.first(where: { $0.role == .verb }) else { return false }
    if let choice = Self.choice(meaning.value) {
      draft.kinds.append(QueryDraft.KindMention(word: text(words), choices: [choice], range: range(words)))
    } else if let subject = TypedQuery.Subject(rawValue: meaning.value), !draft.hasSubject {
      draft.subjects.append(
        QueryDraft.SubjectMention(word: text(words), subject: subject, restriction: nil, range: range(words)))
    }
    return true
  }

  /// A state, where it stands beside a noun and is no verb: "planned operations", "commitments pledged".
  private mutating func readStatus(_ meanings: [QueryVocabulary.Meaning], _ words: Range<Int>) -> Bool {
    guard let meaning = meanings.first(where: { $0.role == .status }) else { return false }
    if meanings.contains(where: { $0.role == .verb }), draft.hasSubject == false,
      subjectLength(at: skippingFillers(words.upperBound)) == nil || draft.asksWho || !draft.references.isEmpty
        || !draft.dimensions.isEmpty
    {
      return false
    }
    draft.statuses.append(QueryDraft.StatusMention(status: meaning.value, range: range(words)))
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
      draft.form = .count
      note(start..<position, "count")
    case .howMuch:
      draft.form = .total
      note(start..<position, "total")
    case .who:
      let isPassive = position < tokens.count && ["was", "were", "is", "are"].contains(tokens[position].folded)
      (draft.asksWho, draft.asksWhom) = (true, isPassive)
      note(start..<position, isPassive ? "by whom it is done to" : "by who does it")
    default:
      if !draft.dimensions.contains(.country) { draft.dimensions.append(.country) }
      note(start..<position, "by country")
    }
    return true
  }

  /// The noun of "how many boats were seized": a unit, where a verb of an operation follows.
  private func countedNoun(at start: Int) -> (noun: String, count: Int)? {
    let unit = value(.unit, at: start)
    guard start < tokens.count, unit != nil || longestTerm(at: start) == nil else { return nil }
    let count = unit?.count ?? 1
    guard let verb = value(.verb, at: skippingFillers(start + count)), verb.value.hasPrefix("operations:") else {
      return nil
    }
    return (unit?.value ?? Self.singular(tokens[start].folded), count)
  }
}
