internal import Documents
internal import LanguageAnalysis

/// The words that lead blocks and hold for all that follows in them: "Ghana: …", "13 November, The Hague: …".
struct BlockLeads: Sendable {
  /// By block: the tokens before the colon or stop; empty where nothing leads.
  private let leads: [Range<Int>]
  private let blockOf: [Int32]

  /// The longest lead before a colon, and before a full stop.
  private static let longest = (colon: 10, stop: 4)

  init(reading: Reading) {
    blockOf = reading.blockOf
    var leads = [Range<Int>](repeating: 0..<0, count: reading.document.blocks.count)
    var block: Int32 = -1
    for token in reading.tokens.indices where reading.blockOf[token] >= 0 && reading.blockOf[token] != block {
      block = reading.blockOf[token]
      leads[Int(block)] = Self.lead(from: token, in: reading)
    }
    self.leads = leads
  }

  private static func lead(from first: Int, in reading: Reading) -> Range<Int> {
    for token in first..<min(first + longest.colon, reading.tokens.count) {
      guard reading.blockOf[token] == reading.blockOf[first] else { break }
      let form = reading.form(token)
      if form == ":" { return first..<token }
      if form == ".", token - first <= longest.stop { return first..<token }
      guard isName(token, in: reading) else { break }
    }
    return first..<first
  }

  private static func isName(_ token: Int, in reading: Reading) -> Bool {
    switch reading.tokens[token].upos {
    case .properNoun, .numeral, .punctuation, .symbol, .adposition, .coordinatingConjunction, .determiner: true
    default: reading.isTime(token) || reading.isProperNoun(token)
    }
  }

  /// The lead of a token's block where the token stands behind it.
  func tokens(before token: Int) -> Range<Int>? {
    guard blockOf[token] >= 0 else { return nil }
    let lead = leads[Int(blockOf[token])]
    return lead.isEmpty || lead.upperBound > token ? nil : lead
  }
}
