internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// The reality of what nouns name.
extension RealityReader {
  private static let ahead: KeySet = [
    TextKey("planned"), TextKey("upcoming"), TextKey("forthcoming"), TextKey("next"),
    TextKey("scheduled"), TextKey("proposed"), TextKey("expected"),
  ]
  private static let dated: KeySet = [
    TextKey("due"), TextKey("scheduled"), TextKey("planned"), TextKey("slated"), TextKey("expected"), TextKey("set"),
  ]
  private static let doubtful: KeySet = [
    TextKey("possible"), TextKey("future"), TextKey("potential"), TextKey("alleged"), TextKey("suspected"),
    TextKey("hypothetical"),
    TextKey("any"), TextKey("no"), TextKey("attempted"), TextKey("would-be"), TextKey("every"), TextKey("each"),
  ]

  /// The reality of what a noun names, from its modifiers and the clause around it.
  func reality(ofNoun noun: Int, carrier: Int?) -> Reality {
    var own = Reality.actual
    if noun + 1 < reading.tokens.count, reading.formKey(noun + 1) == Self.due { return .planned }
    for child in tree.children(of: noun) where [.amod, .det, .acl].contains(reading.tokens[child].relation) {
      // "Elections due in November", "scheduled for 12 June": whatever the clause around them.
      if child > noun, Self.dated.contains(reading.formKey(child)) { return .planned }
      if Self.ahead.contains(reading.formKey(child)) { own = .planned }
      if Self.doubtful.contains(reading.formKey(child)) { return .unreal }
    }
    if isUnsettled(noun) { return .unreal }
    if let carrier { return own.under(reality(of: carrier)) }
    var current = noun
    while let head = tree.head(of: current) {
      // "Who is under investigation" is true whatever is denied of him.
      if reading.tokens[current].relation == .relativeClause, tree.child(of: current, [.cop]) != nil { return own }
      if isVerbal(head) { return own.under(governed(current, by: head)) }
      current = head
    }
    return own
  }

  /// "An inquiry would be of use", "when an inquiry is complete": any such, and none that there is.
  private func isUnsettled(_ noun: Int) -> Bool {
    guard [.nsubj, .nsubjPass].contains(reading.tokens[noun].relation), let clause = tree.head(of: noun),
      let determiner = tree.child(of: noun, [.det]), Self.indefinite.contains(reading.formKey(determiner))
    else { return false }
    switch VerbGroup(at: clause, in: reading).tense {
    case .conditional, .modal: return true
    case .present:
      return tree.children(of: clause, [.mark, .advmod]).contains { Self.whens.contains(reading.formKey($0)) }
    default: return false
    }
  }

  private static let indefinite = KeySet(words: "a an")
  private static let whens = KeySet(words: "when whenever where once")

  private func governed(_ phrase: Int, by verb: Int) -> Reality {
    let members = classes[reading.lemmaKey(verb)]
    let isObject = [.obj, .nsubjPass, .obl].contains(reading.tokens[phrase].relation)
    guard isObject else { return isCondition(verb) ? .unreal : .actual }
    if members.meets(effects.cancels) { return .cancelled }
    // "The plan would allow for a withdrawal".
    if members.meets(effects.permit), !isDone(verb) { return .unreal }
    if members.meets(effects.wish), !members.meets(effects.report) { return .unreal }
    if members.meets(effects.intend), !members.meets(effects.report) { return .planned }
    let outer = reality(of: verb)
    return outer == .ongoing ? .actual : outer
  }
}
