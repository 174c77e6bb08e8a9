internal import Lexicon
internal import PolicyModel

/// Reads expressions from the tokens of one text; each method takes the index of its first token and looks ahead a
/// bounded number of tokens, so that the whole stays linear.
struct ExpressionParser {
  let tokens: [Token]
  let lexicon: MeasureLexicon
  let context: MeasureContext
  /// The token behind the dash of a range, which may be glued to the figure before it; -1 for none.
  var rangeDash = -1
  /// How many expressions this one is inside of.
  private var depth = 0

  init(tokens: [Token], lexicon: MeasureLexicon, context: MeasureContext) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.context = context
  }

  /// A date or period inside another ("the end of …"), down to a depth that keeps reading linear.
  func nestedCore(at index: Int) -> CalendarRead? {
    guard depth < 4 else { return nil }
    var inner = self
    inner.depth += 1
    return inner.calendarCore(at: index)
  }

  /// The token at an index; the closing boundary beyond the ends.
  func token(_ index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
  }

  /// The senses of the word at an index.
  func word(_ index: Int) -> MeasureWord { lexicon[token(index).word] }

  /// The word of grammar at an index.
  func function(_ index: Int) -> FunctionWord? { word(index).function }

  /// Whether the word of grammar at an index is one of those.
  func isFunction(_ index: Int, _ words: FunctionWord...) -> Bool {
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
  func phrase<Payload>(_ table: PhraseTable<Payload>, at index: Int) -> (payload: Payload, end: Int)? {
    let found = table.longest { offset in
      let number = token(index + offset).word
      return number == 0 ? nil : UInt64(number)
    }
    return found.map { ($0.payload, index + $0.count) }
  }

  /// The longest symbol of a table at an index, its pieces glued.
  func symbol<Payload>(_ table: PhraseTable<Payload>, at index: Int) -> (payload: Payload, end: Int)? {
    let found = table.longest { offset in
      offset == 0 || isGlued(index + offset) ? symbolKey(index + offset) : nil
    }
    return found.map { ($0.payload, index + $0.count) }
  }
}
