internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Tells numbers that name something from counts: ages, hours, years, "section 3", "Airbus 320".
struct NumberNames {
  let context: FigureContext
  /// The tokens of names of several words, but for their first ones.
  private let inNames: Set<Int>

  private static let oldest = ExactDecimal(120)
  private static let lastHour = ExactDecimal(24)
  private static let years = ExactDecimal(1800)...ExactDecimal(2100)
  private static let ageBounds: Set<String> = ["under", "over", "of", "aged", "above", "below"]
  private static let beforeYears: Set<String> = [
    "until", "till", "by", "since", "in", "from", "before", "after", "least", "to", "late", "early", "mid", "and", "(",
  ]

  private var reading: Reading { context.reading }

  init(context: FigureContext) {
    self.context = context
    inNames = Set(context.reading.analysis.entities.flatMap { $0.tokens.dropFirst() })
  }

  /// Whether the number is no count.
  func isName(_ candidate: FigureCandidate) -> Bool {
    if isLabel(candidate) || isInName(candidate) || isBeforeModel(candidate) || isListMark(candidate) { return true }
    if isHouseNumber(candidate) || isPostalCode(candidate) { return true }
    guard case .value(let value) = candidate.figure else { return isDate(candidate) }
    if value < Self.oldest, isAge(candidate) { return true }
    if value <= Self.lastHour, isHour(candidate) || isClock(candidate) { return true }
    return Self.years.contains(value) && isYear(candidate)
  }

  /// Whether a label or a name stands before the number: "section 3", "posts 250 and 251".
  private func isLabel(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    guard first > reading.sentences[reading.sentence(of: first)].tokens.lowerBound else { return false }
    var before = first - 1
    if isHeadline(candidate, behind: before) { return true }
    if let noun = context.noun(of: candidate), noun > first { return false }
    if reading.tokens[candidate.head].relation == .conj, let head = reading.tree.head(of: candidate.head),
      reading.measure(at: head) != nil, head > 0, head < first
    {
      before = (reading.measure(at: head - 1) == nil ? head : first) - 1
    }
    if reading.form(before) == "(", before > 0 { before -= 1 }
    if reading.form(before) == "no." || reading.form(before) == "number" { return true }
    switch reading.tokens[before].upos {
    case .properNoun: return !isTally(candidate)
    case .noun: return context.roles(before).contains(.label) || isNamed(candidate, by: before)
    default: return false
    }
  }

  /// Whether names with numbers behind them stand in a row: "Greens 34, Liberals 21, Farmers 17".
  private func isTally(_ candidate: FigureCandidate) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let items = sentence.filter { token in
      guard token > sentence.lowerBound, let measure = reading.measure(at: token),
        reading.measure(at: token - 1) != measure, case .number(_) = reading.measures[measure].value,
        reading.isProperNoun(token - 1)
      else { return false }
      return token + 1 >= sentence.upperBound || [",", ".", ";", "and"].contains(reading.form(token + 1))
    }
    return items.count >= 3 && items.contains(candidate.tokens.lowerBound)
  }

  /// "Update 4 – Death toll rises": a label and its number before a dash or colon.
  private func isHeadline(_ candidate: FigureCandidate, behind label: Int) -> Bool {
    let behind = candidate.tokens.upperBound
    guard context.roles(label).contains(.label), behind < reading.tokens.count else { return false }
    return ["-", "–", "—", ":", "."].contains(reading.form(behind))
  }

  /// Whether the number hangs on the plural noun before it: "posts 542".
  private func isNamed(_ candidate: FigureCandidate, by noun: Int) -> Bool {
    reading.tree.head(of: candidate.head) == noun && candidate.comparator == .equal
      && reading.startsWithDigit(candidate.tokens.lowerBound)
  }

  /// Whether the number stands inside a name of several words.
  private func isInName(_ candidate: FigureCandidate) -> Bool {
    if inNames.contains(candidate.head) { return true }
    // "The 1343 Actionline": a numeral before a name in the singular.
    let behind = candidate.tokens.upperBound
    guard candidate.tokens.count == 1, candidate.comparator == .equal, behind < reading.tokens.count else {
      return false
    }
    return reading.tokens[behind].xpos == .nnp && reading.tree.head(of: candidate.head) == behind
      && reading.startsWithDigit(candidate.tokens.lowerBound)
  }

  /// "Two C-130 planes": a letter with a hyphen is no thing that can be counted.
  private func isBeforeModel(_ candidate: FigureCandidate) -> Bool {
    guard let noun = context.noun(of: candidate), noun + 1 < reading.tokens.count else { return false }
    return reading.surface(noun).utf8.count == 1 && reading.form(noun + 1) == "-"
  }

  /// "2) Roads; and 3) schools", "1. Health": no bracket is open that the one behind it could close.
  private func isListMark(_ candidate: FigureCandidate) -> Bool {
    let (first, behind) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
    guard candidate.tokens.count == 1, reading.isDigits(first), behind < reading.tokens.count else { return false }
    let sentence = reading.sentences[reading.sentence(of: first)].tokens
    if reading.form(behind) == ")" {
      let before = (sentence.lowerBound..<first).last { ["(", ")"].contains(reading.form($0)) }
      return before.map { reading.form($0) != "(" } ?? true
    }
    return reading.form(behind) == "." && first == sentence.lowerBound && behind + 1 < sentence.upperBound
  }

  /// "1201 E. 10th St.": a plain number before the direction of a numbered street; "20 S. Korean workers" are counted.
  private func isHouseNumber(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    guard candidate.tokens.count == 1, reading.isDigits(candidate.tokens.lowerBound), behind + 1 < reading.tokens.count,
      Self.directions.contains(reading.formKey(behind))
    else { return false }
    if reading.startsWithDigit(behind + 1) { return true }
    guard let street = reading.measure(at: behind + 1), case .ordinal = reading.measures[street].value else {
      return false
    }
    return true
  }

  private static let directions = KeySet(
    words: "n n. s s. e e. w w. ne nw se sw n.e. n.w. s.e. s.w. north south east west")

  /// "Jeffersonville, IN 47130": five digits behind the abbreviation of a state, that count nothing.
  private func isPostalCode(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    guard candidate.tokens.count == 1, reading.isDigits(first), reading.surface(first).utf8.count == 5, first > 0,
      context.noun(of: candidate).map({ $0 < first }) ?? true
    else { return false }
    let before = reading.form(first - 1) == "," && first > 1 ? first - 2 : first - 1
    let letters = reading.surface(before).utf8
    return letters.count == 2 && letters.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func isAge(_ candidate: FigureCandidate) -> Bool {
    // "Under" may be part of the figure.
    let first = candidate.tokens.first { !Self.ageBounds.contains(reading.form($0)) } ?? candidate.tokens.lowerBound
    guard first > 0 else { return false }
    let before = reading.form(first - 1)
    if before == "aged" || before == "age" || isFurtherAge(before: first) { return true }
    if ["now", "today", "then"].contains(before), first > 2, reading.form(first - 2) == ",", isPersonal(first - 3),
      isEndOfAside(candidate.tokens.upperBound)
    {
      return true
    }
    if let noun = context.noun(of: candidate), noun > first { return reading.form(noun) == "old" }
    if before == "under" || before == "over", first > 1, reading.tokens[first - 2].xpos == .nns || isPersonal(first - 2)
    {
      return true
    }
    if before == ",", first > 1, isPersonal(first - 2), isEndOfAside(candidate.tokens.upperBound) { return true }
    if Self.ageBounds.contains(before), first > 1, context.isPerson(first - 2) { return true }
    guard reading.tree.child(of: candidate.head, [.cop]) != nil else { return false }
    return context.subject(of: candidate.head).map { ["he", "she", "i", "who"].contains(reading.form($0)) } ?? false
  }

  /// "Ages 11 and 10".
  private func isFurtherAge(before first: Int) -> Bool {
    guard first > 1, ["and", "or", ","].contains(reading.form(first - 1)), let other = reading.measure(at: first - 2)
    else { return false }
    if case .age = reading.measures[other].value { return true }
    return false
  }

  private func isPersonal(_ token: Int) -> Bool {
    reading.tokens[token].upos == .properNoun || context.isPerson(token)
  }

  private func isEndOfAside(_ token: Int) -> Bool {
    guard token < reading.tokens.count else { return true }
    return reading.tokens[token].upos == .punctuation
  }

  /// "At six", "from six in the morning", "ten tomorrow morning", "four o'clock".
  private func isHour(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    guard behind < reading.tokens.count else { return false }
    if reading.form(behind) == "o'clock" || reading.form(behind) == "o’clock" { return true }
    let words = (behind..<min(behind + 3, reading.tokens.count)).map { reading.form($0) }
    if let part = words.firstIndex(where: Self.partsOfDay.contains),
      words[..<part].allSatisfy(Self.beforePartsOfDay.contains)
    {
      return true
    }
    guard context.noun(of: candidate) == nil, candidate.tokens.lowerBound > 0 else { return false }
    return reading.form(candidate.tokens.lowerBound - 1) == "at"
  }

  /// "22.05 – Beijing reacts": the time of an entry, before a dash or alone.
  private func isClock(_ candidate: FigureCandidate) -> Bool {
    let digits = Array(reading.surface(candidate.tokens).utf8)
    guard candidate.tokens.count == 1, [4, 5].contains(digits.count), digits[digits.count - 3] == UInt8(ascii: "."),
      digits.enumerated().allSatisfy({ $0 == digits.count - 3 || TextBytes.isDigit($1) }),
      digits[digits.count - 2] < UInt8(ascii: "6"),
      reading.sentences[reading.sentence(of: candidate.head)].tokens.lowerBound == candidate.tokens.lowerBound
    else { return false }
    let behind = candidate.tokens.upperBound
    return behind >= reading.tokens.count || ["-", "–", "—"].contains(reading.form(behind))
      || reading.sentence(of: behind) != reading.sentence(of: candidate.head)
  }

  private static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]
  private static let beforePartsOfDay: Set<String> = ["in", "the", "on", "this", "that", "tomorrow", "yesterday"]

  private func isYear(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    guard reading.surface(candidate.tokens).utf8.suffix(4).allSatisfy(TextBytes.isDigit), first > 0 else {
      return false
    }
    // "Two 1973 cases": what another number counts already.
    if reading.tokens[first - 1].upos == .numeral, reading.measure(at: first - 1) != reading.measure(at: first) {
      return true
    }
    if let noun = context.noun(of: candidate), noun > first { return false }
    return Self.beforeYears.contains(reading.form(first - 1))
  }

  /// Whether a range is a day in figures: "9-11".
  private func isDate(_ candidate: FigureCandidate) -> Bool {
    let text = reading.surface(candidate.tokens)
    return text == "9-11" || text == "9/11"
  }
}
