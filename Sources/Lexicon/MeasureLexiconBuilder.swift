internal import Documents
internal import PolicyModel

/// Collects the words of the data files into the tables of a ``MeasureLexicon``.
struct MeasureLexiconBuilder {
  var words: [MeasureWord] = [MeasureWord()]
  var comparators = PhraseTable()
  var comparatorPhrases: [ComparatorPhrase] = []
  var currencyMeanings: [CurrencyName] = []
  var unitNames = PhraseTable()
  var unitSymbols = PhraseTable()
  var currencyNames = PhraseTable()
  var currencySymbols = PhraseTable()
  var currencySigns = PhraseTable()
  private var numbers: [UInt64: UInt16] = [:]

  /// The number of a word, a new one where it has none yet.
  private mutating func number(_ word: String) -> Int {
    let key = TextKey(word).value
    if let number = numbers[key] { return Int(number) }
    words.append(MeasureWord())
    numbers[key] = UInt16(words.count - 1)
    return words.count - 1
  }

  /// The numbers of all words by their keys.
  func numberTable() -> KeyTable {
    var table = KeyTable(capacity: numbers.count)
    for (key, number) in numbers { table[key] = Int32(number) }
    return table
  }

  mutating func addNumbers(_ file: DataFile) {
    for row in file.rows {
      guard let kind = NumberWord.Kind(rawValue: String(row[1])), let value = Int64(row[2]) else {
        preconditionFailure("\(file.name), line \(row.line): no such class or value")
      }
      words[number(String(row[0]))].number = NumberWord(kind: kind, value: value)
    }
  }

  mutating func addCalendar(_ file: DataFile) {
    for row in file.rows {
      guard let value = Int(row[2]) else { preconditionFailure("\(file.name), line \(row.line): no value") }
      let word = number(String(row[0]))
      switch row[1] {
      case "relative": words[word].relative = value
      case "part": words[word].part = PeriodPart(rawValue: value)
      case "direction": words[word].direction = value
      default:
        guard let sense = Self.calendarWord(row[1], value) else {
          preconditionFailure("\(file.name), line \(row.line): no such class or value")
        }
        words[word].calendar = sense
      }
    }
  }

  private static func calendarWord(_ name: Substring, _ value: Int) -> CalendarWord? {
    switch name {
    case "month": .month(value, short: false)
    case "short-month": .month(value, short: true)
    case "weekday": .weekday(value, short: false)
    case "short-weekday": .weekday(value, short: true)
    case "weekdays": .weekdays(value)
    case "season": Season(rawValue: value).map { .season($0) }
    case "unit": TimeUnit(rawValue: value).map { .unit($0) }
    case "day-word": .dayWord(value)
    case "decade": .decade(value)
    case "year-kind": YearKind(rawValue: value).map { .yearKind($0) }
    default: nil
    }
  }

  mutating func addContext(_ file: DataFile) {
    for row in file.rows {
      guard let context = ContextSet.named(row[0]) else {
        preconditionFailure("\(file.name), line \(row.line): no such class")
      }
      for word in row.list(1) { words[number(String(word))].context.insert(context) }
    }
  }

  /// The words of change with their regular forms.
  mutating func addChanges(_ file: DataFile) {
    for row in file.rows {
      let isUp: Bool
      switch row[0] {
      case "rise", "double": isUp = true
      case "fall", "halve": isUp = false
      default: continue
      }
      for word in row.list(1).map(String.init) {
        for form in [word] + VerbForms.forms(of: word)
        where words[number(form)].change == nil || Int(row[2]) != nil {
          words[number(form)].change = ChangeWord(isUp: isUp, percent: Int(row[2]))
        }
      }
    }
  }

  /// The Roman numerals of two letters and more up to 50.
  mutating func addRomanNumerals() {
    let parts = [(40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    for value in 2..<50 {
      var (rest, text) = (value, "")
      for (size, letters) in parts {
        while rest >= size {
          text += letters
          rest -= size
        }
      }
      if text.utf8.count > 1 { words[number(text)].roman = value }
    }
  }

  mutating func addFunctionWords() {
    for function in FunctionWord.allCases { words[number(function.rawValue)].function = function }
  }

  mutating func addComparators(_ file: DataFile) {
    for row in file.rows {
      guard let comparator = Comparator(rawValue: String(row[1])) else {
        preconditionFailure("\(file.name), line \(row.line): no such comparator")
      }
      let keys = wordKeys(String(row[0]))
      comparators.add(keys, comparatorPhrases.count)
      comparatorPhrases.append(ComparatorPhrase(comparator: comparator, leads: row[2] == "before"))
      words[Int(keys[0])].startsComparator = true
    }
  }

  mutating func addUnits(_ file: DataFile) -> Units {
    var found: [([UInt64], Int)] = []
    var symbols: [([UInt64], Int)] = []
    var builder = self
    let units = Units(
      file,
      name: { name, index in
        let name = name.lowercased()
        found.append((builder.wordKeys(name), index))
        // "A 12-nautical-mile zone".
        if name.contains(" ") {
          found.append((builder.wordKeys(name.split(separator: " ").joined(separator: "-")), index))
        }
      },
      symbol: { text, index in symbols.append((Self.symbolKeys(text), index)) })
    self = builder
    for (keys, index) in found {
      unitNames.add(keys, index)
      words[Int(keys[0])].startsUnit = true
    }
    for (keys, index) in symbols { unitSymbols.add(keys, index) }
    return units
  }

  mutating func addCurrencies(_ file: DataFile, families: DataFile) -> Currencies {
    var found: [([UInt64], CurrencyName)] = []
    var symbols: [(Substring, CurrencyName)] = []
    var builder = self
    let currencies = Currencies(
      file, families: families,
      name: { text, name in
        let text = text.lowercased()
        found.append((builder.wordKeys(text), name))
        found.append((builder.wordKeys(text + "s"), name))
      },
      symbol: { text, name in symbols.append((text, name)) })
    self = builder
    for (keys, name) in found {
      currencyNames.add(keys, meaning(name))
      words[Int(keys[0])].startsCurrency = true
    }
    for (text, name) in symbols {
      let index = meaning(name)
      currencySymbols.add(Self.symbolKeys(text), index)
      if name.mayLead { words[number(Self.pieces(text.lowercased())[0])].startsSign = true }
      guard let sign = text.last, "$£¥".contains(sign), text.count > 1 else { continue }
      currencySigns.add(wordKeys(text.lowercased()), index)
    }
    return currencies
  }

  /// The index of a meaning, a new one where it is none of the last.
  private mutating func meaning(_ name: CurrencyName) -> Int {
    if currencyMeanings.last != name { currencyMeanings.append(name) }
    return currencyMeanings.count - 1
  }

  /// The word numbers of a phrase.
  private mutating func wordKeys(_ phrase: String) -> [UInt64] {
    Self.pieces(phrase).map { UInt64(number($0)) }
  }

  private static func symbolKeys(_ symbol: Substring) -> [UInt64] {
    pieces(String(symbol)).map { MeasureLexicon.symbolKey($0) }
  }

  /// The pieces of a phrase as the scanner cuts them: runs of letters, runs of digits, single others; no blanks.
  private static func pieces(_ phrase: String) -> [String] {
    var pieces: [String] = []
    var last = 0
    for character in phrase.unicodeScalars {
      let kind = character.properties.isAlphabetic ? 1 : character.properties.numericType == .decimal ? 2 : 3
      if kind != 3, kind == last {
        pieces[pieces.count - 1].unicodeScalars.append(character)
      } else if character != " " {
        pieces.append(String(character))
      }
      last = character == " " ? 0 : kind
    }
    return pieces
  }
}
