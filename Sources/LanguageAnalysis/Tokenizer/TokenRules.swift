import Documents

/// The word lists of the tokenizer, read in place from the model.
package struct TokenRules: Sendable {
  /// What the lists know of a string in small letters.
  package enum Rule: UInt32, Sendable, CaseIterable {
    /// Ends in a full stop that belongs to it, wherever it stands ("mr.").
    case abbreviation = 1
    /// Ends in a full stop that belongs to it before a figure ("no.").
    case numberAbbreviation
    /// Keeps its hyphen with what follows ("non").
    case prefix
    /// Stands apart from the figure before it ("km").
    case unit
    /// Closes an internet address ("org").
    case domain
    /// Is one token though it is made of signs or holds a hyphen (":-)", "e-mail").
    case whole
    /// Ends in a clitic of one, two or three bytes without an apostrophe ("cannot").
    case cliticOfOne, cliticOfTwo, cliticOfThree
    /// Ends in a full stop that belongs to it where the sentence goes on in small letters ("etc.").
    case innerAbbreviation
  }

  private let table: KeyTable

  init(table: KeyTable) { self.table = table }

  /// The rule for the bytes of a range, with ASCII capitals folded.
  func rule(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Rule? {
    table[TextKey(bytes.extracting(range), foldingCase: true).value].flatMap(Rule.init)
  }
}
