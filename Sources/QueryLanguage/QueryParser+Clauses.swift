internal import Documents
internal import PolicyModel

/// The parts that a preposition or another word of the language opens.
extension QueryParser {
  /// The words that open parts; the raw values are those of the data.
  enum Clause: String {
    case by, place, origin, recipient, agent, involving, with, without, about, on
    case since, before, after, until, during, between
    case over, atLeast, under, atMost, exactly, around, within
    case due, overdue, top, sorted, howMany, howMuch, who, `where`, and
    case not, outside, compare, orMore, orLess
  }

  /// Reads the part that a clause word opens.
  mutating func readClause() -> Bool {
    guard let found = value(.clause, at: position), let clause = Clause(rawValue: found.value),
      found.count >= longestTerm(at: position)?.count ?? 0, !isAcronym(clause)
    else { return false }
    let start = position
    position += found.count
    if !read(clause, from: start) {
      report(
        "incomplete-part", "“\(text(start..<start + found.count))” needs \(Self.need(clause)) behind it",
        at: start..<start + found.count)
    }
    return true
  }

  /// "WHO statements" are of the body, where the phrase is not all in capitals.
  private func isAcronym(_ clause: Clause) -> Bool {
    clause == .who && tokens[position].text == "WHO" && !names["who"].isEmpty
      && tokens.contains { $0.text != $0.text.uppercased() }
  }

  private static func need(_ clause: Clause) -> String {
    switch clause {
    case .by: "a way of grouping, such as country, or a name"
    case .place, .within, .outside: "a place, a date or a currency"
    case .not: "what is not meant, such as “in France” or “completed”"
    case .orMore, .orLess: "a figure before it, such as “£1m or more”"
    case .compare: "what to compare, such as “commitments of France and Germany”"
    case .origin: "a name or a date"
    case .since, .before, .after, .during: "a day, month or year, such as “2024” or “March 2025”"
    case .until: "a day, month or year, or a figure"
    case .between: "a day, month or year, or a figure, and another; or two names"
    case .over, .atLeast, .under, .atMost, .exactly, .around: "a figure, such as “£1m” or “100 people”"
    case .due: "a date, such as “in 2026”"
    case .with, .without: "“deadline”, “amount”, “date” or “place”, or a name"
    case .about, .on: "words to look for"
    case .sorted: "“date”, “amount” or “deadline”"
    default: "a name"
    }
  }

  private mutating func read(_ clause: Clause, from start: Int) -> Bool {
    switch clause {
    case .by:
      readCause(from: start) || readGrouping(from: start) || readDeadline(from: start)
        || readParties(.agent, from: start)
    case .place:
      readPeriodFilter(from: start) || readFiscalYearOfNobody(from: start) || readCurrencyFilter(from: start)
        || readUnitFilter(from: start) || readNounWithin(from: start) || readPlaces(from: start)
    case .within: readWithin(from: start) || readPeriodFilter(from: start) || readPlaces(from: start)
    case .outside: deny() && readPlaces(from: start)
    case .origin: readRangeOrStart(from: start) || readFigureRange(from: start) || readOrigin(from: start)
    case .recipient:
      readTargetDate(from: start) || readPeriodFilter(from: start) || readFiscalYearOfNobody(from: start)
        || readPurpose(from: start) || readParties(.recipient, from: start)
    case .agent: readPeriodFilter(from: start) || readGrouping(from: start) || readParties(.agent, from: start)
    case .involving:
      readPeriodOf(from: start) || readBound(.equal, from: start) || opensBound() || opensNoun()
        || readBelonging(from: start) || readParties(.involved, from: start)
    case .with:
      readMost() || opensBound() || readField(true, from: start) || opensNoun() || readCompared()
        || readParties(.involved, from: start)
    case .without: readField(false, from: start) || readAbsent(from: start)
    case .about: readAroundFigure(from: start) || readWords(from: start)
    case .on: readPeriodFilter(from: start) || readNoDate() || readStruck(from: start) || readWords(from: start)
    case .since, .before, .after, .during: readBoundedPeriod(clause, from: start)
    case .until: readBoundedPeriod(clause, from: start) || readBound(.lessOrEqual, from: start)
    case .atMost: readUntilYear(from: start) || readBound(.lessOrEqual, from: start)
    case .between: readPeriodRange(from: start) || readFigureRange(from: start) || readBothParties(from: start)
    case .over: readBound(.greater, from: start)
    case .atLeast: readBound(.greaterOrEqual, from: start)
    case .under: readBound(.less, from: start)
    case .exactly: readBound(.equal, from: start)
    case .around: readBound(.approximately, from: start)
    case .due, .overdue: readDue(isOver: clause == .overdue, from: start)
    case .top: readTop(from: start)
    case .sorted: readSort(from: start)
    case .howMany, .howMuch, .who, .where: readQuestion(clause, from: start)
    case .and: true
    case .not: denyNext()
    case .compare: compare(from: start)
    case .orMore, .orLess: false
    }
  }

  // MARK: What is not meant, and what is compared

  private mutating func deny() -> Bool {
    draft.isDenied = true
    return true
  }

  /// What follows "not", "except" and the like; two of them are none.
  private mutating func denyNext() -> Bool {
    guard position < tokens.count else { return false }
    draft.deniesNext = !draft.isDenied
    return true
  }

  private mutating func compare(from start: Int) -> Bool {
    draft.isComparison = true
    note(start..<position, "each compared with the other")
    return position < tokens.count
  }

  /// `compare France with Germany`.
  private mutating func readCompared() -> Bool {
    guard draft.isComparison, !draft.references.isEmpty else { return false }
    position = skippingFillers(position)
    return readName()
  }

  // MARK: Grouping and order

  /// `by country`, `by country and year`, `by amount`, and `by commitments` behind "top 5 countries".
  private mutating func readGrouping(from start: Int) -> Bool {
    let index = skippingFillers(position)
    if ranksByNumber(at: index) { return readSortedBy(at: index, from: start) }
    guard let first = value(.dimension, at: index),
      first.count >= certainName(at: index, prefersActor: true)?.count ?? 0
    else { return readSortedBy(at: index, from: start) }
    var next = group(first.value, index..<index + first.count, from: start)
    while next < tokens.count {
      let joint = value(.clause, at: next)?.value == "and" ? next + 1 : next
      guard let other = value(.dimension, at: joint), joint > next else { break }
      next = group(other.value, joint..<joint + other.count, from: joint)
    }
    position = next
    return true
  }

  /// `by documents` behind "top 5 publishers": their number, not each of them.
  private func ranksByNumber(at index: Int) -> Bool {
    guard opensRanking, let length = subjectLength(at: index), length == 1 else { return false }
    return Self.singular(tokens[index].folded) != tokens[index].folded
  }

  /// Whether what is said so far can be ranked by a number of facts: groups, documents or those who act.
  private var opensRanking: Bool {
    draft.hasSubject
      ? !draft.hasFacts && draft.kinds.isEmpty && draft.dimensions.isEmpty : !draft.dimensions.isEmpty
  }

  private mutating func group(_ value: String, _ words: Range<Int>, from start: Int) -> Int {
    guard let dimension = TypedQuery.Dimension(rawValue: value) else { return words.upperBound }
    if draft.dimensions.contains(dimension) { return words.upperBound }
    if draft.dimensions.count == 2 {
      report("too-many-groups", "an answer is grouped by two things at most", at: start..<words.upperBound)
    } else {
      draft.dimensions.append(dimension)
      note(start..<words.upperBound, "by \(dimension.rawValue)")
    }
    return words.upperBound
  }

  private mutating func readSortedBy(at index: Int, from start: Int) -> Bool {
    let counted = value(.clause, at: index)
    let noun = skippingFillers(counted?.value == "howMany" ? index + (counted?.count ?? 0) : index)
    if opensRanking, subjectLength(at: noun) != nil {
      draft.order = TypedQuery.Order(.count, isDescending: true)
      note(start..<noun, "sort count down")
      position = noun
      return true
    }
    guard let field = value(.field, at: index), let key = TypedQuery.SortKey(rawValue: field.value) else {
      return false
    }
    return sort(by: key, start..<index + field.count)
  }

  private mutating func readSort(from start: Int) -> Bool {
    guard let field = value(.field, at: position), let key = TypedQuery.SortKey(rawValue: field.value) else {
      return false
    }
    return sort(by: key, start..<position + field.count)
  }

  private mutating func sort(by key: TypedQuery.SortKey, _ words: Range<Int>) -> Bool {
    let isDescending = key == .amount || key == .count
    draft.order = TypedQuery.Order(key, isDescending: isDescending)
    note(words, "sort \(key.rawValue) \(isDescending ? "down" : "up")")
    position = words.upperBound
    return true
  }

  /// `with most commitments`.
  private mutating func readMost() -> Bool {
    let index = skippingFillers(position)
    guard value(.order, at: index)?.value == "most" else { return false }
    position = index
    return true
  }

  /// Whether a bound follows, which is read next: "seizures of at least 100 kg".
  private func opensBound() -> Bool {
    guard let clause = value(.clause, at: position).flatMap({ Clause(rawValue: $0.value) }) else { return false }
    if clause == .about { return figure(at: position + 1).map { $0.unit != .unsaid } ?? false }
    return [.over, .atLeast, .under, .atMost, .exactly, .around, .between].contains(clause)
  }

  private mutating func readTop(from start: Int) -> Bool {
    let number = wholeNumber(at: position)
    draft.limit = number?.value ?? Self.usualTop
    draft.asksTop = true
    position += number?.count ?? 0
    note(start..<position, "top \(draft.limit ?? Self.usualTop)")
    return true
  }

  /// What "top" means without a number.
  private static let usualTop = 10

  /// A noun behind "of" or "with" where nothing has said yet which facts are meant: "recipients of commitments".
  private func opensNoun() -> Bool {
    guard !draft.hasFacts, let found = longestTerm(at: skippingFillers(position)) else { return false }
    return found.meanings.contains { $0.role == .kind || ($0.role == .subject && !$0.value.hasPrefix("actors")) }
  }

  // MARK: Parties and places

  private mutating func readParties(_ role: QueryFilter.PartyRole, from start: Int) -> Bool {
    guard let list = nameList(at: position) else { return false }
    position += list.count
    add(.party(role, list.names.map(\.reference)), from: start..<position)
    // "The French interior minister": a minister, of France.
    if let office = narrowedOffice(at: position) ?? actorGroup(at: position) {
      add(.party(role, [office.reference]), from: position..<position + office.count)
      position += office.count
    }
    return true
  }

  /// `commitments of France`: who acts, where the subject has nobody else that they could be of.
  private mutating func readBelonging(from start: Int) -> Bool {
    guard draft.subjects.contains(where: { $0.subject == .commitments || $0.subject == .statements }) else {
      return false
    }
    return readParties(.agent, from: start)
  }

  /// `sanctions on Russia`: to whom it is done, where that is what the kind is about; else "on" is about.
  private mutating func readStruck(from start: Int) -> Bool {
    let isStriking = draft.kinds.contains { mention in
      vocabulary.meanings(of: mention.word.lowercased()).contains { $0.role == .struck }
    }
    guard isStriking, certainName(at: skippingFillers(position), prefersActor: true) != nil else { return false }
    return readParties(.recipient, from: start)
  }

  /// `between France and Germany`: both take part.
  private mutating func readBothParties(from start: Int) -> Bool {
    guard !draft.isDenied, let list = nameList(at: position), list.names.count > 1 else { return false }
    position += list.count
    for name in list.names { add(.party(.involved, [name.reference]), from: start..<position) }
    return true
  }

  /// `without France`: a certain name only, as any word could be missing.
  private mutating func readAbsent(from start: Int) -> Bool {
    guard certainName(at: skippingFillers(position), prefersActor: true) != nil else { return false }
    draft.isDenied = true
    return readParties(.involved, from: start)
  }

  private mutating func readPlaces(from start: Int) -> Bool {
    guard let list = nameList(at: position, prefersActor: false) else { return false }
    // "In early 2025", "in summer 2025": no days that everybody would agree on.
    if list.names.count == 1, list.names[0].roles.isEmpty, !tokens[position].isCapitalised,
      let date = period(at: position + list.count)
    {
      let words = start..<position + list.count + date.count
      report(
        "no-date", "“\(text(words))” is no date that can be looked up", at: words,
        hint: "say a month, quarter or year, such as “March 2025”, “Q2 2025” or “second half of 2025”")
      position = words.upperBound
      return true
    }
    position += list.count
    add(.place(list.names.map(\.reference)), from: start..<position)
    return true
  }

  /// `from France`, `from the National Audit Office`, `from Reuters`: who acts, or who published it.
  private mutating func readOrigin(from start: Int) -> Bool {
    guard let list = nameList(at: position) else { return false }
    position += list.count
    let isPublisher = list.names.allSatisfy { name in
      if case .countries = name.reference { return false }
      return name.roles.contains(.publisher) || !name.roles.contains(.actor)
    }
    let references = list.names.map(\.reference)
    add(isPublisher ? .publisher(references.map(\.name)) : .party(.agent, references), from: start..<position)
    return true
  }

  private mutating func readField(_ isThere: Bool, from start: Int) -> Bool {
    let index = skippingFillers(position)
    guard let found = value(.field, at: index), let field = QueryFilter.Field(rawValue: found.value) else {
      return false
    }
    position = index + found.count
    if isThere, field == .deadline, readDueDate(from: start) { return true }
    add(.has(field, isThere), from: start..<position)
    return true
  }

  /// The words to look for, up to the next part.
  mutating func readWords(from start: Int) -> Bool {
    var words: [String] = []
    var index = position
    while index < tokens.count {
      let token = tokens[index]
      if token.isQuoted {
        words.append(token.text)
      } else if token.folded == "or", !words.isEmpty {
        report(
          "no-alternatives", "a question looks for all of the words, not for one or the other", at: index..<index + 1,
          hint: "ask twice, or use kb search 'this OR that'")
      } else if let found = longestTerm(at: index), isEndOfWords(found, at: index) {
        break
      } else if !vocabulary.meanings(of: token.folded).contains(where: { $0.role == .filler || $0.value == "and" }),
        token.folded != "of"
      {
        words.append(token.text)
      }
      index += 1
    }
    guard !words.isEmpty else { return false }
    position = index
    add(.words(words), from: start..<index)
    return true
  }

  private func isEndOfWords(_ found: (meanings: [QueryVocabulary.Meaning], count: Int), at index: Int) -> Bool {
    // "Reports on emissions published in 2025".
    if found.meanings.contains(where: { $0.role == .verb }), tokens[index].folded.hasSuffix("ed"),
      value(.clause, at: index + found.count) != nil || index + found.count == tokens.count
    {
      return true
    }
    guard let clause = found.meanings.first(where: { $0.role == .clause }).flatMap({ Clause(rawValue: $0.value) })
    else {
      return false
    }
    return ![.and, .involving, .about, .howMany, .howMuch, .who, .not].contains(clause)
  }
}
