internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds reported speech: a reporting verb with a named speaker and a clause, or `according to` somebody.
struct IndirectStatements {
  let speakers: SpeakerFinder

  private static let according = TextKey("according")
  private static let clauses: RelationSet = [.ccomp, .parataxis]
  private static let fewestTokens = 3

  private var reading: Reading { speakers.reading }

  /// The statements in text order.
  func statements() -> [Statement] {
    var found: [Statement] = []
    for (index, sentence) in reading.sentences.enumerated() {
      for token in sentence.tokens where !speakers.isQuoted[token] {
        if let statement = reported(by: token, in: index) ?? attributed(by: token, in: index) {
          found.append(statement)
        }
      }
    }
    return found
  }

  /// `Ann Bee said that …`.
  private func reported(by verb: Int, in sentence: Int) -> Statement? {
    guard speakers.ways(verb).contains(.say), let clause = clause(of: verb) else { return nil }
    guard let speaker = speakers.subject(of: verb), speaker.actor != nil else { return nil }
    let tokens = words(of: clause, besides: verb)
    guard let tokens, !tokens.contains(where: { speakers.isQuoted[$0] }) else { return nil }
    return statement(speaker, tokens, in: sentence, rule: "statements/reported.\(reading.lemma(verb))")
  }

  /// The clause that the verb reports: its complement, or the clause that it interrupts or ends.
  private func clause(of verb: Int) -> Int? {
    if let clause = reading.tree.child(of: verb, [.ccomp]) { return clause }
    guard reading.tokens[verb].relation == .parataxis else {
      return reading.tree.child(of: verb, Self.clauses)
    }
    return reading.tree.head(of: verb)
  }

  /// The clause's own words, with the reporting verb's subtree cut off the end or the beginning.
  private func words(of clause: Int, besides verb: Int) -> Range<Int>? {
    var tokens = reading.tree.subtree(of: clause)
    let reporting = reading.tree.subtree(of: verb)
    if tokens.contains(verb), tokens.lowerBound < reporting.lowerBound {
      tokens = tokens.lowerBound..<reporting.lowerBound
    }
    if let marker = reading.tree.child(of: clause, [.mark]), marker == tokens.lowerBound {
      tokens = marker + 1..<max(marker + 1, tokens.upperBound)
    }
    guard tokens.count >= Self.fewestTokens, tokens.contains(clause) else { return nil }
    return reading.tree.trimmed(tokens, around: clause)
  }

  /// `According to Ann Bee, …`.
  private func attributed(by token: Int, in sentence: Int) -> Statement? {
    guard reading.formKey(token) == Self.according, let head = reading.tree.head(of: token), head > token else {
      return nil
    }
    let speaker = speakers.party(head)
    guard speaker.actor != nil else { return nil }
    let all = reading.sentences[sentence].tokens
    let phrase = reading.tree.subtree(of: head)
    let before = all.lowerBound..<min(max(token, all.lowerBound), all.upperBound)
    let behind = min(phrase.upperBound, all.upperBound)..<all.upperBound
    let tokens = before.count >= behind.count ? before : behind
    guard tokens.count >= Self.fewestTokens, !tokens.contains(where: { speakers.isQuoted[$0] }) else { return nil }
    let middle = tokens.first { reading.tokens[$0].upos != .punctuation } ?? tokens.lowerBound
    return statement(speaker, reading.tree.trimmed(tokens, around: middle), in: sentence, rule: "statements/according")
  }

  private func statement(_ speaker: Party, _ tokens: Range<Int>, in sentence: Int, rule: String) -> Statement {
    let range = reading.tree.bytes(tokens)
    return Statement(
      evidence: Evidence(range: reading.sentences[sentence].range, sentence: sentence, confidence: 0.7, rule: rule),
      speaker: speaker, text: reading.document.text[range], range: range, isDirect: false)
  }
}
