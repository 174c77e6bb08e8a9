internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// Hands a plural title on to all that it introduces: "Senators Ana Ruiz, Bo Lund and Cy Wren".
struct RoleSpread: Sendable {
  let reading: Reading

  /// The plural titles and the forms of one: their singular.
  private static let singular: [String: String] = [
    "senators": "Senator", "sens.": "Senator", "representatives": "Representative", "reps.": "Representative",
    "ministers": "Minister", "presidents": "President", "judges": "Judge", "justices": "Justice",
    "councillors": "Councillor", "governors": "Governor", "ambassadors": "Ambassador", "mps": "MP", "meps": "MEP",
  ]

  /// Sets the title of candidates that follow one with a plural title in a list.
  func spread(_ candidates: inout [NameCandidate]) {
    var role: (tokens: Range<Int>, end: Int)?
    for index in candidates.indices where candidates[index].sense == .person {
      let candidate = candidates[index]
      if let title = candidate.title {
        let isPlural = Self.singular[reading.form(title.upperBound - 1)] != nil
        role = isPlural ? (title, candidate.tokens.upperBound) : nil
      } else if let open = role, isList(open.end..<candidate.tokens.lowerBound) {
        candidates[index].title = open.tokens
        candidates[index].isAddressed = true
        role = (open.tokens, candidate.tokens.upperBound)
      } else {
        role = nil
      }
    }
  }

  /// The singular of a plural title's last word.
  static func singular(of form: String) -> String? { singular[form] }

  /// Whether tokens only part the items of a list: commas, "and", brackets with a party and a state.
  private func isList(_ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty, tokens.count <= 8,
      reading.sentence(of: tokens.lowerBound) == reading.sentence(of: tokens.upperBound)
    else { return false }
    return tokens.allSatisfy { token in
      switch reading.tokens[token].upos {
      case .punctuation, .coordinatingConjunction, .properNoun, .symbol, .other, .noun: true
      default: false
      }
    }
  }
}
