internal import Documents
internal import LanguageAnalysis

/// "Held a sit-in on Monday", "a break-in at the office was reported": a verb and a particle joined by a hyphen are a
/// noun, though the particle alone is taken for the preposition of what follows or for an adverb.
extension TreeRepair {
  private static let particles: Set<String> = [
    "in", "out", "off", "up", "down", "over", "back", "ins", "outs", "offs", "ups", "downs",
  ]
  private static let adverbial: RelationSet = [.case, .advmod, .mark, .xcomp, .compoundPrt]
  private static let before: RelationSet = [.case, .det, .amod, .nummod, .nmodPoss]

  func settle(particle token: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard token > 1, Self.adverbial.contains(tokens[token].relation), tokens[token].head >= 0,
      Self.particles.contains(analysis.symbols[tokens[token].form]),
      analysis.symbols[tokens[token - 1].form] == "-", tokens.isGlued(at: token), tokens.isGlued(at: token - 1),
      token + 1 == tokens.count || analysis.symbols[tokens[token + 1].form] != "-"
    else { return }
    // What it was taken to belong to; where that has the particle for a preposition, the verb is above it.
    let neighbour = Int(tokens[token].head)
    let hasNeighbour = tokens[token].relation == .case && neighbour > token
    let verb = hasNeighbour ? Int(tokens[neighbour].head) : neighbour
    guard verb >= 0, !isBelow(token - 2...token, verb, analysis) else { return }
    let described = children(of: neighbour, analysis).filter { child in
      child < token - 2 && (verb > token || child > verb) && Self.before.contains(tokens[child].relation)
    }
    for child in described { analysis.tokens[child].head = Int32(token) }
    let isBehindPreposition = described.contains { tokens[$0].relation == .case }
    for part in [token - 2, token - 1] { analysis.tokens[part].head = Int32(token) }
    analysis.tokens[token - 2].relation = .compound
    analysis.tokens[token].head = Int32(verb)
    analysis.tokens[token].relation =
      isBehindPreposition ? .obl : token < verb ? .nsubj : own(objectOf: verb, analysis) == nil ? .obj : .obl
    analysis.tokens[token].upos = .noun
    analysis.tokens[token].xpos = analysis.symbols[tokens[token].form].hasSuffix("s") ? .nns : .nn
    guard hasNeighbour, token < verb || isBehindPreposition else { return }
    analysis.tokens[neighbour].head = Int32(token)
    analysis.tokens[neighbour].relation = .nmod
  }

  private func own(objectOf verb: Int, _ analysis: Analysis) -> Int? {
    children(of: verb, analysis).first { analysis.tokens[$0].relation == .obj }
  }
}
