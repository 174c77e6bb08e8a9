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
public struct MeasureLexicon: Sendable {
  private var words: [MeasureWord] = [MeasureWord()]
  private var slots: [(key: UInt64, id: UInt16)] = []
  /// Comparators, by word numbers.
  public private(set) var comparators = PhraseTable<ComparatorPhrase>()
  /// Names of units, by word numbers; indices into `units.all`.
  public private(set) var unitNames = PhraseTable<Int>()
  /// Symbols of units, by ``symbolKey(_:)``.
  public private(set) var unitSymbols = PhraseTable<Int>()
  /// Names of currencies, by word numbers.
  public private(set) var currencyNames = PhraseTable<CurrencyName>()
  /// Symbols and codes of currencies, by ``symbolKey(_:)``.
  public private(set) var currencySymbols = PhraseTable<CurrencyName>()
  /// Signs with letters before them ("us$"), by word numbers, for texts that set them in small letters or apart.
  public private(set) var currencySigns = PhraseTable<CurrencyName>()
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
    builder.addFunctionWords()
    builder.addComparators(DataFile("comparators.tsv"))
    units = builder.addUnits(DataFile("units.tsv"))
    currencies = builder.addCurrencies(DataFile("currencies.tsv"), families: DataFile("currency-families.tsv"))
    fiscalYears = .embedded
    words = builder.words
    comparators = builder.comparators
    unitNames = builder.unitNames
    unitSymbols = builder.unitSymbols
    currencyNames = builder.currencyNames
    currencySymbols = builder.currencySymbols
    currencySigns = builder.currencySigns
    slots = builder.hashTable()
  }

  /// The number of a word by the key of its small letters; 0 where it has no sense here.
  @inline(__always) public func number(of key: TextKey) -> UInt16 {
    let mask = UInt64(slots.count - 1)
    var slot = key.value & mask
    while true {
      let entry = slots[Int(slot)]
      if entry.key == key.value || entry.id == 0 { return entry.key == key.value ? entry.id : 0 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The senses of a word by its number.
  @inline(__always) public subscript(number: UInt16) -> MeasureWord { words[Int(number)] }

  /// The key of a piece of a symbol, its case kept: the pieces are runs of letters, runs of digits and single others.
  public static func symbolKey(_ piece: String) -> UInt64 { TextKey(piece).value }
}
