/// What a word can be in a figure, an amount or a date.
public struct MeasureWord: Sendable, Hashable {
  /// Its sense in a number.
  public var number: NumberWord?
  /// Its sense as the name of a month, weekday, season or unit of time.
  public var calendar: CalendarWord?
  /// Its sense as "last", "next", "this" and their like: -1, 1 or 0.
  public var relative: Int?
  /// Its sense as a part of a period.
  public var part: PeriodPart?
  /// Its sense behind a length of time: -1 for "ago", 1 for "hence".
  public var direction: Int?
  /// Its sense as a word of grammar.
  public var function: FunctionWord?
  /// What it tells about a figure beside it.
  public var context: ContextSet = []
  /// Its sense as a word of change.
  public var change: ChangeWord?
  /// Its value as a Roman numeral.
  public var roman: Int?
  /// Whether a comparator begins with it.
  public var startsComparator = false
  /// Whether the name of a currency begins with it.
  public var startsCurrency = false
  /// Whether a sign or code of a currency that may stand before its figure begins with it.
  public var startsSign = false
  /// Whether the name of a unit begins with it.
  public var startsUnit = false
}

/// What a word may do in an expression, for a quick look before any reading.
public struct WordRoles: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8
  /// Makes a set of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It is of the calendar.
  public static let calendar = WordRoles(rawValue: 1)
  /// It is of a number.
  public static let number = WordRoles(rawValue: 2)
  /// It may stand before one of those in an expression.
  public static let opener = WordRoles(rawValue: 4)
  /// It begins a comparator.
  public static let comparator = WordRoles(rawValue: 8)
  /// It may be the sign of a currency before a figure, or begin one.
  public static let sign = WordRoles(rawValue: 16)

  init(_ word: MeasureWord) {
    var roles: WordRoles = []
    if word.calendar != nil || word.relative != nil || word.part != nil || word.roman != nil { roles.insert(.calendar) }
    if word.number != nil { roles.insert(.number) }
    if word.startsSign { roles.insert(.sign) }
    if let function = word.function, function.opens { roles.insert(.opener) }
    switch word.function {
    case .fy, .q, .h: roles.insert(.calendar)
    case .few, .several, .couple: roles.insert(.number)
    default: break
    }
    if word.startsComparator { roles.insert(.comparator) }
    self = roles
  }
}

/// A word that says which way something changed.
public struct ChangeWord: Sendable, Hashable {
  /// Whether upwards.
  public var isUp: Bool
  /// The change in percent that it states itself: 100 in "doubled", 50 in "halved".
  public var percent: Int?
}

/// A word of a number with its value.
public struct NumberWord: Sendable, Hashable {
  /// How a word builds a number.
  public enum Kind: String, Sendable, CaseIterable {
    case unit, teen, ten, hundred, hundreds, scale, scales, short, letter, dozen, dozens, half, part, parts
    case ordinalUnit = "ordinal-unit"
    case ordinalTeen = "ordinal-teen"
    case ordinalTen = "ordinal-ten"
    case ordinalHundred = "ordinal-hundred"
    case ordinalScale = "ordinal-scale"
  }

  /// How it builds a number.
  public var kind: Kind
  /// Its value; for a part the denominator.
  public var value: Int64
}

/// A name of the calendar.
public enum CalendarWord: Sendable, Hashable {
  /// 1 to 12; `short` for an abbreviation.
  case month(Int, short: Bool)
  /// 1 for Monday to 7; `short` for an abbreviation.
  case weekday(Int, short: Bool)
  /// Several of a weekday, 1 for Mondays to 7.
  case weekdays(Int)
  /// A season of the year.
  case season(Season)
  /// A unit of time.
  case unit(TimeUnit)
  /// Days from the reference date: 0 for today.
  case dayWord(Int)
  /// The decade within its century; 100 for 2000 to 2009, 110 for 2010 to 2019.
  case decade(Int)
  /// A year that need not begin in January.
  case yearKind(YearKind)
}

/// A season, as the northern hemisphere has it.
public enum Season: Int, Sendable, Hashable {
  case spring = 1, summer, autumn, winter
}

/// A unit of time, from short to long.
public enum TimeUnit: Int, Sendable, Hashable {
  case second, minute, hour, day, week, fortnight, month, quarter, year, decade, century, millennium, weekend, half
}

/// A kind of year.
public enum YearKind: Int, Sendable, Hashable {
  case fiscal = 1, academic, calendar
}

/// A part of a period.
public enum PeriodPart: Int, Sendable, Hashable {
  case early = 1, beginning, middle, late, end, rest
}

/// A word of grammar that expressions are built with.
public enum FunctionWord: String, Sendable, Hashable, CaseIterable {
  case a, an, and, the, of, to, `in`, on, or, from, between, by, until, till, through, thru, since, after, before
  case than, at, `as`, `for`, per, each, every, over, point, minus, negative, out, within, inside, during, with, up
  case ending, ended, beginning, starting, started, commencing, date, old, olds, age, aged, ages, throughout
  case s, st, nd, rd, th, ad, bc, couple, few, several, onwards, onward, both, my, its, our, their, ll, only, no, not
  case full, consecutive, successive, straight, whole, working, business, beyond, prior, later, earlier, previously
  case last, final, closing, past, next, coming, upcoming, forthcoming, following, same, present, current, now, today
  case percent, percents, cent, pc, pct, percentage, basis, points, pp, ppt, ppts, bp, bps, more, less, plus, day
  case be, time, additional, extra, further, bce, latter, former, down, q, h, c, f, fy, early, late, long, soon, pre,
    post, equal, net, including, fiscal
}

extension FunctionWord {
  /// Whether an expression may begin with it.
  var opens: Bool {
    switch self {
    case .a, .an, .the, .in, .on, .from, .between, .by, .until, .till, .through, .thru, .since, .after, .before, .as,
      .within, .inside, .to, .up, .starting, .beginning, .commencing, .no, .not, .beyond, .prior, .later, .earlier,
      .minus,
      .negative, .more, .less, .final, .closing, .few, .several, .couple, .latter, .former, .fy, .q, .h:
      true
    default: false
    }
  }
}

/// What a word tells about a figure beside it.
public struct ContextSet: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// Makes a set of its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A number behind it is a name ("Section 21").
  public static let designator = ContextSet(rawValue: 1)
  /// Two figures beside it are a vote or score.
  public static let tally = ContextSet(rawValue: 2)
  /// A date beside it lies ahead.
  public static let future = ContextSet(rawValue: 4)
  /// A date beside it lies behind.
  public static let past = ContextSet(rawValue: 8)
  /// A plural noun without a final s.
  public static let plural = ContextSet(rawValue: 16)
  /// A figure and "m" before it is a length.
  public static let extent = ContextSet(rawValue: 32)
  /// "A year" behind it is a length of time, not a rate.
  public static let lasting = ContextSet(rawValue: 64)
  /// A figure before it is a clock time.
  public static let clock = ContextSet(rawValue: 128)
  /// Pounds beside it are money.
  public static let money = ContextSet(rawValue: 256)
  /// "One" behind it is a pronoun.
  public static let determiner = ContextSet(rawValue: 512)

  /// A figure behind it says how much something changed, or from what to what.
  public static let change = ContextSet(rawValue: 1024)
  /// Right before a date it puts it ahead ("by", "until").
  public static let bounding = ContextSet(rawValue: 2048)
  /// Degrees near it are of heat.
  public static let heat = ContextSet(rawValue: 4096)
  /// The upper end of what was measured so far.
  public static let high = ContextSet(rawValue: 8192)
  /// The lower end.
  public static let low = ContextSet(rawValue: 16384)
  /// The kind of a road at the end of its name.
  public static let street = ContextSet(rawValue: 65536)
  /// A verb after which "up to" tells a way and bounds nothing.
  public static let drift = ContextSet(rawValue: 131_072)
  /// What is counted with Roman numerals.
  public static let session = ContextSet(rawValue: 32768)

  /// The set of a class's name in the data file.
  static func named(_ name: Substring) -> ContextSet? {
    let names = [
      "designator", "tally", "future", "past", "plural", "extent", "lasting", "clock", "money", "determiner",
      "change", "bounding", "heat", "high", "low", "session", "street", "drift",
    ]
    return names.firstIndex(of: String(name)).map { ContextSet(rawValue: 1 << $0) }
  }
}
