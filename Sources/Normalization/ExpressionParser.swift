internal import Lexicon
internal import PolicyModel

/// Reads expressions from the tokens of one text; each method takes the index of its first token and looks ahead a
/// bounded number of tokens, so that the whole stays linear.
struct ExpressionParser {
  let tokens: [Token]
  let lexicon: MeasureLexicon
  private let words: [MeasureWord]
  let context: MeasureContext
  /// The token behind the dash of a range, which may be glued to the figure before it; -1 for none.
  var rangeDash = -1
  /// How many expressions this one is inside of.
  private var depth = 0

  init(tokens: [Token], lexicon: MeasureLexicon, context: MeasureContext) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.words = lexicon.words
    self.context = context
  }

  /// A date or period inside another ("the end of …"), down to a depth that keeps reading linear.
  func nestedCore(at index: Int) -> CalendarRead? {
    guard depth < 4 else { return nil }
    var inner = self
    inner.depth += 1
    return inner.calendarCore(at: index)
  }

  #if DEBUG
    /// Counts the looks at tokens, so that a test can hold them against the length of the text.
    final class StepCounter {
      var steps = 0
    }
    var counter: StepCounter?
  #endif

  /// The token at an index; the closing boundary beyond the ends.
  @inline(__always) func token(_ index: Int) -> Token {
    #if DEBUG
      counter?.steps += 1
    #endif
    return index >= 0 && index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
  }

  /// The senses of the word at an index.
  @inline(__always) func word(_ index: Int) -> MeasureWord { words[Int(token(index).word)] }

  /// The word of grammar at an index.
  @inline(__always) func function(_ index: Int) -> FunctionWord? { word(index).function }

  /// Whether the word of grammar at an index is that one.
  @inline(__always) func isFunction(_ index: Int, _ word: FunctionWord) -> Bool { function(index) == word }

  /// Whether the word of grammar at an index is one of two.
  @inline(__always) func isFunction(_ index: Int, _ a: FunctionWord, _ b: FunctionWord) -> Bool {
    guard let function = function(index) else { return false }
    return function == a || function == b
  }

  /// Whether the word of grammar at an index is one of those.
  @inline(__always) func isFunction(_ index: Int, _ words: FunctionWord...) -> Bool {
    guard let function = function(index) else { return false }
    return words.contains(function)
  }

  /// Whether the word is "one".
  func isOne(_ index: Int) -> Bool {
    guard let number = word(index).number else { return false }
    return number.kind == .unit && number.value == 1
  }

  /// The month that the word names, 1 to 12.
  func month(_ index: Int) -> Int? {
    guard case .month(let month, _)? = word(index).calendar else { return nil }
    return month
  }

  /// The weekday that the word names, 1 for Monday to 7.
  func weekday(_ index: Int) -> Int? {
    guard case .weekday(let weekday, _)? = word(index).calendar else { return nil }
    return weekday
  }

  /// The unit of time that the word names.
  func timeUnit(_ index: Int) -> TimeUnit? {
    guard case .unit(let unit)? = word(index).calendar else { return nil }
    return unit
  }

  /// Whether the token is that symbol.
  func isSymbol(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    let token = token(index)
    return token.kind == .symbol && token.payload == UInt64(scalar.value)
  }

  /// Whether the token is a hyphen, minus or dash.
  func isDash(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .symbol else { return false }
    return token.payload == 0x2D || (0x2010...0x2015).contains(token.payload) || token.payload == 0x2212
  }

  /// Whether the token is an apostrophe, straight or curly.
  func isApostrophe(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind == .symbol && (token.payload == 0x27 || token.payload == 0x2019 || token.payload == 0x2018)
  }

  /// Whether nothing stands between the token and the one before it.
  func isGlued(_ index: Int) -> Bool { index > 0 && token(index).gap == .none && token(index).kind != .boundary }

  /// The word of grammar "'s" behind an index: the index behind it, or the same.
  func skipPossessive(_ index: Int) -> Int {
    if isApostrophe(index), isFunction(index + 1, .s) { return index + 2 }
    return isApostrophe(index) ? index + 1 : index
  }

  /// The index behind a full stop that is glued to the word before it, as in "Oct. 2".
  func skipStop(_ index: Int) -> Int { isSymbol(index, ".") && isGlued(index) ? index + 1 : index }

  /// The index behind one hyphen.
  func skipDash(_ index: Int) -> Int { isDash(index) ? index + 1 : index }

  /// The value of a run of digits with at most so many of them.
  func digits(_ index: Int, atMost count: Int) -> Int? {
    let token = token(index)
    return token.kind == .digits && token.count <= count ? Int(token.payload) : nil
  }

  /// The exact key of the piece at an index, for tables of symbols.
  func symbolKey(_ index: Int) -> UInt64? {
    let token = token(index)
    switch token.kind {
    case .word: return token.payload == 0 ? nil : token.payload
    case .digits:
      return token.count == 1 ? MeasureLexicon.symbolKey(String(token.payload)) : nil
    case .symbol:
      return Unicode.Scalar(UInt32(token.payload)).map { MeasureLexicon.symbolKey(String(Character($0))) }
    case .boundary: return nil
    }
  }

  /// The longest phrase of a table of words at an index.
  private func phrase(_ table: PhraseTable, at index: Int) -> (payload: Int, end: Int)? {
    let found = table.longest { offset in
      let number = token(index + offset).word
      return number == 0 ? nil : UInt64(number)
    }
    return found.map { ($0.payload, index + $0.count) }
  }

  /// The longest symbol of a table at an index, its pieces glued.
  private func symbol(_ table: PhraseTable, at index: Int) -> (payload: Int, end: Int)? {
    let found = table.longest { offset in
      offset == 0 || isGlued(index + offset) ? symbolKey(index + offset) : nil
    }
    return found.map { ($0.payload, index + $0.count) }
  }

  /// The comparator that begins at an index.
  func comparatorPhrase(at index: Int) -> (payload: ComparatorPhrase, end: Int)? {
    guard word(index).startsComparator, let found = phrase(lexicon.comparators, at: index) else { return nil }
    return (lexicon.comparatorPhrases[found.payload], found.end)
  }

  /// The unit whose name begins at an index, as an index into all units.
  func unitName(at index: Int) -> (payload: Int, end: Int)? {
    word(index).startsUnit ? phrase(lexicon.unitNames, at: index) : nil
  }

  /// The unit whose symbol begins at an index, as an index into all units.
  func unitSymbol(at index: Int) -> (payload: Int, end: Int)? { symbol(lexicon.unitSymbols, at: index) }

  /// The currency whose name begins at an index.
  func currencyName(at index: Int) -> (payload: CurrencyName, end: Int)? {
    guard word(index).startsCurrency, let found = phrase(lexicon.currencyNames, at: index) else { return nil }
    return (lexicon.currencyMeanings[found.payload], found.end)
  }

  /// The currency whose sign with letters before it begins at an index, in any case.
  func currencySign(at index: Int) -> (payload: CurrencyName, end: Int)? {
    phrase(lexicon.currencySigns, at: index).map { (lexicon.currencyMeanings[$0.payload], $0.end) }
  }

  /// The currency whose symbol or code begins at an index.
  func currencySymbol(at index: Int) -> (payload: CurrencyName, end: Int)? {
    symbol(lexicon.currencySymbols, at: index).map { (lexicon.currencyMeanings[$0.payload], $0.end) }
  }
}
