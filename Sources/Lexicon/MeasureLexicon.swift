public import Documents
public import PolicyModel

/// A phrase that bounds a figure.
public struct ComparatorPhrase: Sendable, Hashable {
  /// What it says.
  public var comparator: Comparator
  /// Whether it stands before the figure, not after it.
  public var leads: Bool
}

/// The words of figures, amounts, units and dates, by key.
///
/// Words are numbered from 1; 0 is any other word.
public final class MeasureLexicon: Sendable {
  /// The senses of every word, by its number.
  public let words: [MeasureWord]
  /// What a word may do in an expression, by its number.
  public let roles: [WordRoles]
  private let numbers: KeyTable
  /// The meanings of `comparators`.
  public let comparatorPhrases: [ComparatorPhrase]
  /// The meanings of `currencyNames`, `currencySymbols` and `currencySigns`.
  public let currencyMeanings: [CurrencyName]
  /// Comparators, by word numbers; indices into `comparatorPhrases`.
  public let comparators: PhraseTable
  /// Names of units, by word numbers; indices into `units.all`.
  public let unitNames: PhraseTable
  /// Symbols of units, by ``symbolKey(_:)``.
  public let unitSymbols: PhraseTable
  /// Names of currencies, by word numbers; indices into `currencyMeanings`.
  public let currencyNames: PhraseTable
  /// Symbols and codes of currencies, by ``symbolKey(_:)``.
  public let currencySymbols: PhraseTable
  /// Signs with letters before them ("us$"), by word numbers, for texts that set them in small letters or apart.
  public let currencySigns: PhraseTable
  /// The units of measurement.
  public let units: Units
  /// The currencies.
  public let currencies: Currencies
  /// The fiscal years.
  public let fiscalYears: FiscalYears

  /// The embedded words.
  public static let embedded = MeasureLexicon()

  private init() {
    var builder = MeasureLexiconBuilder()
    builder.addNumbers(DataFile("numbers.tsv"))
    builder.addCalendar(DataFile("calendar.tsv"))
    builder.addContext(DataFile("measure-context.tsv"))
    builder.addChanges(DataFile("figure-words.tsv"))
    builder.addFunctionWords()
    builder.addRomanNumerals()
    builder.addComparators(DataFile("comparators.tsv"))
    units = builder.addUnits(DataFile("units.tsv"))
    currencies = builder.addCurrencies(DataFile("currencies.tsv"), families: DataFile("currency-families.tsv"))
    fiscalYears = .embedded
    words = builder.words
    roles = builder.words.map { WordRoles($0) }
    comparatorPhrases = builder.comparatorPhrases
    currencyMeanings = builder.currencyMeanings
    comparators = builder.comparators
    unitNames = builder.unitNames
    unitSymbols = builder.unitSymbols
    currencyNames = builder.currencyNames
    currencySymbols = builder.currencySymbols
    currencySigns = builder.currencySigns
    numbers = builder.numberTable()
  }

  /// The number of a word by the key of its small letters; 0 where it has no sense here.
  public func number(of key: TextKey) -> UInt16 { UInt16(truncatingIfNeeded: numbers[key.value] ?? 0) }

  /// The key of a piece of a symbol, its case kept: the pieces are runs of letters, runs of digits and single others.
  public static func symbolKey(_ piece: String) -> UInt64 { TextKey(piece).value }
}
