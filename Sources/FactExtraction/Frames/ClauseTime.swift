internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Finds the dates that a clause gives for what it speaks of.
struct ClauseTime: Sendable {
  let reading: Reading

  private var tree: DependencyTree { reading.tree }
  private static let due = TextKey("due")
  private static let limits: KeySet = [TextKey("by"), TextKey("before"), TextKey("until"), TextKey("till")]
  private static let spans: KeySet = [
    TextKey("over"), TextKey("within"), TextKey("in"), TextKey("during"), TextKey("for"),
  ]
  private static let bounds: RelationSet = [.ccomp, .relativeClause, .parataxis, .advcl, .acl, .xcomp, .conj, .appos]

  /// When it happens: the date nearest to the evoking word, or else to the word that governs its clause, on the side of
  /// the document's date that the reality of the clause asks for.
  func period(of predicate: Predicate, _ reality: Reality) -> Period {
    let period = period(of: predicate)
    guard period != .unknown, let index = index(of: period, near: predicate.token) else { return period }
    return shifted(period, index, isAhead: isAhead(predicate, reality))
  }

  /// Whether the clause looks ahead; nil where it says nothing.
  private func isAhead(_ predicate: Predicate, _ reality: Reality) -> Bool? {
    if reality == .planned { return true }
    switch predicate.group?.tense {
    case .past, .perfect: return false
    case .present where predicate.group?.isPassive == false: return true
    default:
      return predicate.group == nil || reality == .unreal ? nil : predicate.group?.isPassive == true ? false : nil
    }
  }

  /// The measure of the sentence that a period was read from.
  private func index(of period: Period, near token: Int) -> Int? {
    dates(inSentenceOf: token).first { self.period($0) == period }
  }

  private static let weekdays: KeySet = [
    TextKey("monday"), TextKey("tuesday"), TextKey("wednesday"), TextKey("thursday"), TextKey("friday"),
    TextKey("saturday"), TextKey("sunday"),
  ]

  /// A bare weekday a week on or back, and a day or month without a year a year on or back.
  private func shifted(_ period: Period, _ index: Int, isAhead: Bool?) -> Period {
    guard let isAhead, let published = reading.document.published?.date, let start = period.start,
      case .date(let date) = reading.measures[index].value, date.basis == .relative
    else { return period }
    let last = period.end ?? start
    guard isAhead ? last < published : start > published else { return period }
    let tokens = tokens(of: index)
    if tokens.count == 1, Self.weekdays.contains(reading.formKey(tokens.lowerBound)) {
      guard abs(start.dayNumber - published.dayNumber) <= 7 else { return period }
      return Period(start: CalendarDate(dayNumber: start.dayNumber + (isAhead ? 7 : -7)), end: nil)
    }
    guard [.day, .month, .range].contains(date.precision), tokens.contains(where: isMonth), !hasYear(tokens),
      abs(start.dayNumber - published.dayNumber) <= 366
    else { return period }
    let months = isAhead ? 12 : -12
    guard let moved = start.adding(months: months) else { return period }
    return Period(start: moved, end: period.end?.adding(months: months))
  }

  private func tokens(of index: Int) -> Range<Int> {
    let range = reading.measures[index].range
    let first = reading.token(from: range.start)
    var last = first
    while last < reading.tokens.count, reading.tokens[last].range.start < range.end { last += 1 }
    return first..<last
  }

  private func isMonth(_ token: Int) -> Bool { reading.isProperNoun(token) && reading.measure(at: token) != nil }

  /// Whether a year, or a word like "last", fixes the date.
  private func hasYear(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      let form = reading.form(token)
      return form.utf8.count == 4 && form.utf8.allSatisfy(TextBytes.isDigit)
        || [.adjective, .determiner, .adverb].contains(reading.tokens[token].upos)
    }
  }

  private func period(of predicate: Predicate) -> Period {
    let dates = dates(inSentenceOf: predicate.token)
    guard !dates.isEmpty else { return .unknown }
    if predicate.trigger == .noun, predicate.carrier == nil, let index = relativeDate(dates, of: predicate.token) {
      return period(index)
    }
    if let index = nearest(dates, to: predicate.token) ?? nearest(dates, to: predicate.clause) {
      return period(index)
    }
    var current = predicate.clause
    for _ in 0..<3 {
      guard let head = tree.head(of: current), passesTime(current, head) else { return .unknown }
      if let index = nearest(dates, to: head) { return period(index) }
      current = head
    }
    return .unknown
  }

  /// The date of the clause that tells when a noun's event was: "the talks, which resumed in April".
  private func relativeDate(_ dates: [Int], of noun: Int) -> Int? {
    // "Elections due in March", whatever the date was hung on.
    if noun + 1 < reading.tokens.count, reading.formKey(noun + 1) == Self.due,
      let index = dates.first(where: { noun + 2...noun + 4 ~= tokens(of: $0).lowerBound })
    {
      return index
    }
    for clause in tree.children(of: noun, [.relativeClause, .acl]) {
      if let index = nearest(dates, to: clause) { return index }
    }
    return nil
  }

  /// Whether a word shares the time of its head's clause.
  private func passesTime(_ token: Int, _ head: Int) -> Bool {
    switch reading.tokens[token].relation {
    case .xcomp, .nmod, .obl, .obj, .nsubj, .nsubjPass, .advcl: true
    case .conj: true
    case .acl: reading.tokens[token].xpos == .vbg || reading.tokens[head].relation == .obj
    default: false
    }
  }

  private func dates(inSentenceOf token: Int) -> [Int] {
    let sentence = reading.sentences[reading.sentence(of: token)]
    return reading.measures(in: sentence.tokens).filter {
      if case .date = reading.measures[$0].value { true } else { false }
    }
  }

  /// The date that hangs on a word by the fewest steps, and by none that leads out of its clause.
  private func nearest(_ dates: [Int], to word: Int) -> Int? {
    var best: (steps: Int, index: Int)?
    for index in dates {
      guard let steps = steps(from: headToken(index, near: word), to: word), steps < (best?.steps ?? 4),
        !isLimit(index)
      else { continue }
      best = (steps, index)
    }
    return best?.index
  }

  private func steps(from token: Int, to word: Int) -> Int? {
    var current = token
    var steps = 0
    while current != word {
      guard steps < 4, let head = tree.head(of: current), !Self.bounds.contains(reading.tokens[current].relation) else {
        return nil
      }
      current = head
      steps += 1
    }
    return steps
  }

  /// The token of a measure whose head lies outside it.
  private func headToken(_ index: Int, near word: Int) -> Int {
    let sentence = reading.sentences[reading.sentence(of: word)]
    let tokens = sentence.tokens.filter { reading.measure(at: $0) == index }
    return tokens.first { token in
      guard let head = tree.head(of: token) else { return true }
      return reading.measure(at: head) != index
    } ?? tokens.first ?? word
  }

  private func isLimit(_ index: Int) -> Bool {
    word(before: index).map(Self.limits.contains) ?? false
  }

  /// The word before a measure.
  private func word(before measure: Int) -> TextKey? {
    let first = reading.token(from: reading.measures[measure].range.start)
    return first > 0 ? reading.formKey(first - 1) : nil
  }

  private func period(_ index: Int) -> Period {
    guard case .date(let date) = reading.measures[index].value else { return .unknown }
    return Period(start: date.first, end: date.last == date.first ? nil : date.last)
  }

  /// The last day for a promised act: of "by 2030" or "over three years" within a range of tokens.
  func deadline(in range: Range<Int>) -> CalendarDate? {
    var plain: CalendarDate?
    for index in reading.measures(in: range) {
      let before = word(before: index)
      switch reading.measures[index].value {
      case .date(let date):
        if let before, Self.limits.contains(before) { return date.last ?? date.first }
        if plain == nil, isAhead(date), isAdverbial(index) { plain = date.last ?? date.first }
      case .duration(let length):
        guard let before, Self.spans.contains(before), let published = reading.document.published?.date else {
          continue
        }
        if let end = published.adding(isoDuration: length) { return end }
      default: continue
      }
    }
    return plain
  }

  /// Whether a date hangs on a verb or on a noun of action, rather than being part of a name: "the Act of 2007", "the 2026
  /// budget".
  private func isAdverbial(_ index: Int) -> Bool {
    let token = headToken(index, near: reading.token(from: reading.measures[index].range.start))
    guard let head = tree.head(of: token) else { return true }
    if [.verb, .auxiliary].contains(reading.tokens[head].upos) { return true }
    guard let marker = tree.caseMarker(of: token) else { return false }
    return reading.formKey(marker) != Self.of && !reading.isProperNoun(head)
  }

  private static let of = TextKey("of")

  private func isAhead(_ date: ResolvedDate) -> Bool {
    guard let published = reading.document.published?.date, let last = date.last ?? date.first else { return false }
    return last > published
  }

  /// Whether a period lies after the document's date; nil where either is unknown.
  func isAhead(_ period: Period) -> Bool? {
    guard let published = reading.document.published?.date, let start = period.start else { return nil }
    return start > published
  }
}

extension CalendarDate {
  /// The day an ISO 8601 duration of years, months, weeks or days later; nil for any other.
  func adding(isoDuration text: String) -> CalendarDate? {
    var number = 0
    var date: CalendarDate? = self
    guard text.utf8.first == 0x50 else { return nil }
    for byte in text.utf8.dropFirst() {
      switch byte {
      case 0x30...0x39: number = min(number * 10 + Int(byte - 0x30), 100_000)
      case 0x59: (date, number) = (date?.adding(months: 12 * number), 0)
      case 0x4D: (date, number) = (date?.adding(months: number), 0)
      case 0x57: (date, number) = (date?.adding(days: 7 * number), 0)
      case 0x44: (date, number) = (date?.adding(days: number), 0)
      default: return nil
      }
    }
    return date
  }
}
