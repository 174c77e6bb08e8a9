internal import Documents
internal import LanguageAnalysis

/// Words that stand as nouns and were taken for adjectives.
extension TreeRepair {
  private static let arguments: RelationSet = [.nsubj, .nsubjPass, .obj, .iobj, .obl, .oblAgent, .nmod]
  private static let articles: KeySet = [TextKey("a"), TextKey("an"), TextKey("another")]

  /// "The arrest of a Turkish national": what an article counts, at the end of a phrase, is a noun.
  func settle(counted token: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[token].upos == .adjective, tokens[token].xpos == .jj, Self.arguments.contains(tokens[token].relation),
      children(of: token, analysis).contains(where: { child in
        child < token && tokens[child].relation == .det
          && Self.articles.contains(analysis.symbols.key(tokens[child].form))
      })
    else { return }
    analysis.tokens[token].upos = .noun
    analysis.tokens[token].xpos = .nn
  }
}
