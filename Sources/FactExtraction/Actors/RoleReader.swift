internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads the roles that stand beside a person's name: "Ana Ruiz, the finance minister", "its director, Ana Ruiz",
/// "Ana Ruiz (Minister of Health)", "Ana Ruiz is the chair".
struct RoleReader: Sendable {
  /// A role, and the country that its words give.
  struct Role: Sendable, Hashable {
    /// The title without country and employer.
    var title: String
    var country: CountryCode?
  }

  let runs: NameRuns
  private var reading: Reading { runs.reading }
  private var tree: DependencyTree { runs.reading.tree }
  private static let reach = 14

  /// The roles beside one mention of a name.
  func roles(around name: Range<Int>) -> [Role] {
    let sentence = reading.sentences[reading.sentence(of: name.lowerBound)].tokens
    return [behind(name, in: sentence), before(name, in: sentence), copula(name)].compactMap(\.self)
  }

  /// "Ana Ruiz, 54, the country's finance minister, said"; "Ana Ruiz (Minister of Health)".
  private func behind(_ name: Range<Int>, in sentence: Range<Int>) -> Role? {
    var token = name.upperBound
    guard token + 1 < sentence.upperBound, [",", "("].contains(reading.form(token)) else { return nil }
    token += 1
    if runs.shapes[token].contains(.digit), token + 2 < sentence.upperBound, reading.form(token + 1) == "," {
      token += 2
    }
    let end = phraseEnd(from: token, in: sentence)
    guard token < end else { return nil }
    return role(in: token..<end)
  }

  /// Where an apposition ends: at punctuation, a verb, a pronoun or a second name.
  private func phraseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var token = start
    while token < sentence.upperBound, token - start < Self.reach, !endsPhrase(token) { token += 1 }
    return token
  }

  private func endsPhrase(_ token: Int) -> Bool {
    let word = reading.tokens[token]
    switch word.upos {
    case .verb, .auxiliary, .subordinatingConjunction, .symbol: return true
    case .pronoun: return word.xpos != .possessivePronoun
    case .punctuation: return !["-", "–", "'", "’", "/"].contains(reading.form(token))
    default: return false
    }
  }

  /// "The finance minister, Ana Ruiz,".
  private func before(_ name: Range<Int>, in sentence: Range<Int>) -> Role? {
    guard name.lowerBound - 2 >= sentence.lowerBound, reading.form(name.lowerBound - 1) == "," else { return nil }
    if name.upperBound < sentence.upperBound {
      let next = reading.tokens[name.upperBound]
      guard next.upos == .punctuation || next.upos == .verb || next.upos == .auxiliary else { return nil }
    }
    var start = name.lowerBound - 1
    while start > sentence.lowerBound, name.lowerBound - start < Self.reach, !endsPhrase(start - 1) { start -= 1 }
    // The phrase begins behind the last determiner or possessor that a title follows.
    guard start < name.lowerBound - 1 else { return nil }
    return role(in: start..<name.lowerBound - 1)
  }

  /// "Ana Ruiz is the chair of the board."
  private func copula(_ name: Range<Int>) -> Role? {
    for token in name where tree.tokens[token].relation == .nsubj {
      guard let head = tree.head(of: token), !name.contains(head), tree.tokens[head].upos == .noun,
        tree.child(of: head, [.cop]) != nil, tree.child(of: head, [.case]) == nil,
        !tree.children(of: head).contains(where: { reading.form($0) == "not" })
      else { continue }
      let phrase = tree.phrase(headedBy: head)
      guard phrase.lowerBound >= name.upperBound else { continue }
      return role(in: phrase)
    }
    return nil
  }

  /// The role in a phrase: its first title with the words before that belong to it and the field behind.
  private func role(in phrase: Range<Int>) -> Role? {
    guard let title = title(in: phrase) else { return nil }
    var country: CountryCode?
    var start = title.lowerBound
    while start > phrase.lowerBound, isModifier(start - 1) { start -= 1 }
    var token = phrase.lowerBound
    while token < title.lowerBound {
      guard let known = runs.known(at: token, before: title.lowerBound) else {
        token += 1
        continue
      }
      country = country ?? runs.lexicon.country(of: known.senses[0])
      token += known.words
      if start < token { start = token }
    }
    var end = title.upperBound
    if end + 1 < phrase.upperBound, ["of", "for", "to", "in", "at"].contains(reading.form(end)) {
      let (field, owner) = field(at: end, in: phrase)
      end = field
      country = country ?? owner
    }
    return Role(title: text(start..<end, title: title), country: country)
  }

  /// The first title of a phrase that is an office or rank.
  private func title(in phrase: Range<Int>) -> Range<Int>? {
    var token = phrase.lowerBound
    while token < phrase.upperBound {
      if reading.tokens[token].upos == .adposition { return nil }
      if let match = runs.title(at: token, before: phrase.upperBound), match.sort != .honorific {
        var end = token + match.words
        // "chief executive officer", "deputy chair of ...": the longest run of titles.
        while end < phrase.upperBound, let next = runs.title(at: end, before: phrase.upperBound),
          next.sort != .honorific
        {
          end += next.words
        }
        return token..<end
      }
      token += 1
    }
    return nil
  }

  /// Whether a word before a title belongs to it: "deputy", "finance", "National Security".
  private func isModifier(_ token: Int) -> Bool {
    switch reading.tokens[token].upos {
    case .adjective, .noun, .properNoun: runs.known(at: token, before: token + 1) == nil
    case .punctuation: ["-", "–"].contains(reading.form(token))
    default: false
    }
  }

  /// The end of a field of office ("of public works"); the bare title's end where the field is a country or body, with
  /// its country.
  private func field(at link: Int, in phrase: Range<Int>) -> (end: Int, country: CountryCode?) {
    var first = link + 1
    if first < phrase.upperBound, reading.tokens[first].upos == .determiner { first += 1 }
    guard first < phrase.upperBound else { return (link, nil) }
    if let known = runs.known(at: first, before: phrase.upperBound) {
      return (link, runs.lexicon.country(of: known.senses[0]))
    }
    if runs.isNameWord(first) {
      let run = runs.run(from: first, before: phrase.upperBound)
      if case .organisation = runs.head(endingAt: run.base.upperBound, from: run.base.lowerBound) { return (link, nil) }
      return (run.tokens.upperBound, nil)
    }
    guard ["of", "for"].contains(reading.form(link)) else { return (link, nil) }
    var end = first
    while end < phrase.upperBound, isField(end) { end += 1 }
    if end > first, case .organisation = runs.head(endingAt: end, from: first) { return (link, nil) }
    return (end > first ? end : link, nil)
  }

  private func isField(_ token: Int) -> Bool {
    switch reading.tokens[token].upos {
    case .adjective, .noun, .properNoun, .coordinatingConjunction: true
    default: false
    }
  }

  /// A role as text: an abbreviation in full.
  private func text(_ tokens: Range<Int>, title: Range<Int>) -> String {
    if tokens == title, let match = runs.title(at: title.lowerBound, before: title.upperBound),
      let full = match.fullForm
    {
      return full
    }
    return reading.surface(tokens).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
