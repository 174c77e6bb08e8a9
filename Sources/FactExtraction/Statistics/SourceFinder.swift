internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds whom a figure is attributed to: who says it, who counts or estimates it, whose figures or poll show it.
struct SourceFinder {
  let context: FigureContext
  let actors: ResolvedActors
  /// The statements of named speakers by the sentences that they reach over.
  let statements: [Int: [Statement]]

  private static let subjects: RelationSet = [.nsubj, .nsubjOuter]
  private static let mostSteps = 8

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }

  /// The source, or nil where the document claims the figure itself.
  func source(of candidate: FigureCandidate) -> Party? {
    let range = tree.bytes(candidate.tokens)
    let around = (statements[reading.sentence(of: candidate.head)] ?? []).filter { $0.range.contains(range) }
    if let speaker = around.min(by: { $0.range.count < $1.range.count })?.speaker { return speaker }
    return claimant(of: candidate) ?? publisher(of: candidate)
  }

  /// The subject of a verb of counting or saying above the figure: "the agency put the missing at 64".
  private func claimant(of candidate: FigureCandidate) -> Party? {
    var current = candidate.head
    for _ in 0..<Self.mostSteps {
      if claims(current), let subject = tree.child(of: current, Self.subjects), !tree.dominates(subject, candidate.head)
      {
        return party(subject, of: current)
      }
      guard let head = tree.head(of: current) else { return nil }
      current = head
    }
    return nil
  }

  private func claims(_ token: Int) -> Bool {
    guard reading.tokens[token].upos == .verb else { return false }
    return context.roles(token).contains(.claim) || ReportingVerbs.embedded[reading.lemmaKey(token)].contains(.say)
  }

  /// The actor that a subject names, the one that a relative pronoun stands for, or the maker of a document.
  private func party(_ subject: Int, of verb: Int) -> Party? {
    if context.roles(subject).contains(.account) { return maker(of: subject) }
    var head = subject
    if ["who", "which", "that"].contains(reading.form(subject)), reading.tokens[verb].relation == .relativeClause {
      head = tree.head(of: verb) ?? subject
    }
    if reading.tokens[head].upos == .pronoun, actors.mention(at: head) == nil { return nil }
    let party = actors.party(headedBy: head, in: reading)
    return party.actor != nil || reading.isProperNoun(head) ? party : nil
  }

  /// Whose document or survey the sentence goes by: "according to data collected by Frontex", "in a poll by Kantar",
  /// "as figures of the ministry show".
  private func publisher(of candidate: FigureCandidate) -> Party? {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    for token in sentence where context.roles(token).contains(.account) && reading.tokens[token].upos == .noun {
      guard isCited(token), let maker = maker(of: token) else { continue }
      return maker
    }
    guard let token = sentence.first(where: { reading.form($0) == "according" }), let head = tree.head(of: token),
      head > token
    else { return nil }
    let party = actors.party(headedBy: head, in: reading)
    return party.actor != nil ? party : maker(of: head)
  }

  /// Whether a document is what the sentence goes by: "according to", "in a poll", or the subject of "show".
  private func isCited(_ token: Int) -> Bool {
    if let marker = tree.caseMarker(of: token),
      ["according", "in", "per", "from", "on"].contains(reading.form(marker))
    {
      return true
    }
    return Self.subjects.contains(reading.tokens[token].relation)
  }

  /// The first body or person named within a phrase behind its head, or as its possessor.
  private func maker(of head: Int) -> Party? {
    let phrase = tree.subtree(of: head)
    let limit = min(phrase.upperBound, head + 14)
    let named = (phrase.lowerBound..<max(limit, head + 1)).filter { tree.dominates(head, $0) }
      .compactMap { actors.mention(at: $0) }
      .first { $0.isName && ![.country, .region].contains(actors.actors[$0.actor].kind) }
    return named.map { mention in
      let bytes = tree.bytes(mention.tokens)
      return Party(actor: mention.actor, surface: reading.document.text[bytes], range: bytes)
    }
  }
}
