internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Words what a clause says of the things that are counted in it, as a phrase behind them: "boats" of "the police
/// seized 600 boats in May" are "boats seized by the police".
struct ClauseWording {
  let context: FigureContext
  let phrases: PhraseWording

  private static let mostTailWords = 9
  private static let tails: RelationSet = [
    .obl, .obj, .xcomp, .oblAgent, .compoundPrt, .advmod, .ccomp, .iobj,
  ]
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .nsubjOuter, .csubj]
  private static let owning: KeySet = [
    TextKey("have"), TextKey("own"), TextKey("employ"), TextKey("contain"), TextKey("include"), TextKey("comprise"),
    TextKey("boast"), TextKey("possess"), TextKey("feature"),
  ]
  private static let inside: Set<String> = [
    "in", "at", "on", "aboard", "across", "through", "from", "for", "by", "against", "to",
  ]
  private static let causing: KeySet = [
    TextKey("lead"), TextKey("result"), TextKey("amount"), TextKey("add"), TextKey("contribute"), TextKey("rise"),
    TextKey("fall"), TextKey("go"),
  ]
  private static let mostClauseWords = 12

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }

  /// The words for the clause around an argument, to stand behind the argument's own; empty where it says nothing.
  ///
  /// - Parameters:
  ///   - argument: the token of the counted phrase that hangs on the clause's verb.
  ///   - isPerson: whether people are counted.
  func description(
    of argument: Int, base: String, isPerson: Bool, without candidate: FigureCandidate
  ) -> String {
    guard let verb = tree.head(of: argument) else { return base }
    let relation = reading.tokens[argument].relation
    if tree.child(of: verb, [.cop]) != nil || reading.tokens[verb].upos == .adjective {
      return relation == .nsubj ? state(verb, base, candidate) : base
    }
    guard reading.tokens[verb].upos == .verb || reading.tokens[verb].upos == .auxiliary || relation == .nsubj else {
      return base
    }
    switch relation {
    case .nsubjPass:
      return PhraseWording.joined(
        base, negation(of: verb), phrases.participle(verb), tail(of: verb, without: candidate, besides: argument))
    case .obj: return object(of: verb, argument, base, candidate)
    case .nsubj:
      if tree.child(of: verb, [.expl]) != nil || reading.lemma(verb) == "be" {
        return PhraseWording.joined(base, tail(of: verb, without: candidate, besides: argument))
      }
      let link = isPerson ? "who" : "that"
      return PhraseWording.joined(
        base, link, phrases.words(group(verb)), tail(of: verb, without: candidate, besides: argument))
    case .obl where tree.caseMarker(of: argument) == nil: return object(of: verb, argument, base, candidate)
    case .obl: return scene(verb, argument, base, candidate)
    default: return base
    }
  }

  /// "People still missing": what a copula says of the things.
  private func state(_ predicate: Int, _ base: String, _ candidate: FigureCandidate) -> String {
    guard reading.measure(at: predicate) == nil, predicate != candidate.head else { return base }
    let words = tree.phrase(headedBy: predicate)
    let adverbs = tree.children(of: predicate, [.advmod]).filter { $0 < predicate && $0 >= words.lowerBound - 1 }
    let lower = tree.children(of: predicate, [.case, .advmod, .amod, .compound]).filter { $0 < predicate }.min()
    let start = min(words.lowerBound, adverbs.first ?? predicate, lower ?? predicate)
    let tokens = (start..<words.upperBound).prefix(Self.mostTailWords).filter {
      !phrases.isFigure($0, candidate) && ![.cop, .aux, .nsubj].contains(reading.tokens[$0].relation)
    }
    return PhraseWording.joined(base, phrases.words(tokens))
  }

  /// "Seats lost in May", "observers of the mission": the things as an object; who did it is told by the sentence.
  private func object(of verb: Int, _ argument: Int, _ base: String, _ candidate: FigureCandidate) -> String {
    let who = context.subject(of: verb).flatMap { $0 == argument ? nil : phrases.subject($0) } ?? ""
    let tail = tail(of: verb, without: candidate, besides: argument)
    if Self.owning.contains(reading.lemmaKey(verb)) {
      return PhraseWording.joined(base, who.isEmpty ? "" : "of", who, tail)
    }
    let agent = candidate.scale == .money && !who.isEmpty ? "by " + who : ""
    return PhraseWording.joined(base, negation(of: verb), phrases.participle(verb), agent, tail)
  }

  /// "Who have left military service": the clause right behind a figure that says which of the things it counts.
  func relative(behind candidate: FigureCandidate) -> String? {
    let first = candidate.tokens.upperBound
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    guard candidate.scale == .count, first < sentence.upperBound, Self.pronouns.contains(reading.formKey(first)),
      let verb = tree.head(of: first), reading.tokens[verb].relation == .relativeClause
    else { return nil }
    let end = (first..<sentence.upperBound).first { !tree.dominates(verb, $0) || reading.form($0) == "," }
    return phrases.words((first..<(end ?? sentence.upperBound)).prefix(Self.mostClauseWords))
  }

  private static let pronouns: KeySet = [TextKey("who"), TextKey("that"), TextKey("which")]

  /// "To process a claim" of "it takes 175 days to process a claim".
  func task(of verb: Int) -> String? {
    guard reading.lemmaKey(verb) == Self.take,
      tree.child(of: verb, [.nsubj, .expl]).map({ reading.form($0) == "it" }) ?? false,
      let deed = tree.children(of: verb, [.xcomp, .advcl, .csubj, .ccomp, .acl]).first(where: {
        $0 > verb && reading.tokens[$0].xpos == .vb && tree.child(of: $0, [.mark]) != nil
      })
    else { return nil }
    return phrases.words(tree.subtree(of: deed).prefix(Self.mostClauseWords))
  }

  private static let take = TextKey("take")

  /// What lasts: "time soldiers had held the prime minister at a barracks".
  func time(of verb: Int, about token: Int, without candidate: FigureCandidate) -> String {
    let isObject = reading.tokens[token].relation == .obj
    let subject = (isObject ? context.subject(of: verb) : token).map(phrases.subject) ?? ""
    let behind = tail(of: verb, without: candidate, besides: candidate.head)
    return PhraseWording.joined("time", subject, phrases.words(group(verb)), behind)
  }

  /// The verb with its auxiliaries and what denies it.
  private func group(_ verb: Int) -> [Int] {
    let helpers = tree.children(of: verb, [.aux, .auxPass, .advmod]).filter { $0 < verb }.flatMap { helper in
      if isNegation(helper) { return Array(tree.subtree(of: helper)) }
      return reading.tokens[helper].relation == .advmod ? [] : [helper]
    }
    return helpers + [verb]
  }

  private func isNegation(_ token: Int) -> Bool {
    VerbGroup.isNegation(token, in: reading) || Self.seldom.contains(reading.formKey(token))
  }
  private static let seldom = KeySet(words: "rarely seldom scarcely")

  /// The word that denies a clause, "not" or "rarely"; empty where none does.
  func negation(of verb: Int) -> String {
    tree.children(of: verb, [.advmod]).first { $0 < verb && isNegation($0) }.map {
      ["n't", "n’t"].contains(reading.form($0)) ? "not" : tree.subtree(of: $0).map(reading.form).joined(separator: " ")
    } ?? ""
  }

  /// "Wells in which arsenic was found": the things as the scene of what happens.
  private func scene(_ verb: Int, _ argument: Int, _ base: String, _ candidate: FigureCandidate) -> String {
    guard let marker = tree.caseMarker(of: argument), Self.inside.contains(reading.form(marker)),
      let subject = tree.child(of: verb, Self.subjects), subject != argument,
      !Self.causing.contains(reading.lemmaKey(verb))
    else { return base }
    let who = phrases.subject(subject)
    guard !who.isEmpty else { return base }
    let object = tree.child(of: verb, [.obj]).map { phrases.phrase($0, without: candidate) } ?? ""
    let words = PhraseWording.joined(who, phrases.words(group(verb)), object)
    guard words.split(separator: " ").count <= Self.mostClauseWords else { return base }
    return PhraseWording.joined(base, reading.form(marker), "which", words)
  }

  /// What stands behind the verb: particles, objects and adverbial phrases, without figures and dates.
  func tail(of verb: Int, without candidate: FigureCandidate, besides argument: Int) -> String {
    var tokens: [Int] = []
    for child in tree.children(of: verb, Self.tails) where child > verb && child != argument {
      guard reading.measure(at: child) == nil else { continue }
      let whole = tree.subtree(of: child)
      if whole.contains(candidate.head) || whole.contains(argument) { continue }
      var words = Array(whole)
      let room = Self.mostTailWords - tokens.count
      if words.count > room {
        if [.xcomp, .ccomp].contains(reading.tokens[child].relation) {
          words = Array(words.prefix(room))
        } else {
          let short = phrases.extent(of: child)
          words = (tree.caseMarker(of: child).map { [$0] } ?? []).filter { $0 < short.lowerBound } + Array(short)
        }
      }
      words.removeAll { phrases.isFigure($0, candidate) || phrases.introducesFigure($0) }
      while let last = words.last,
        [.punctuation, .adposition, .determiner, .coordinatingConjunction].contains(reading.tokens[last].upos),
        reading.tokens[last].relation != .compoundPrt
      {
        words.removeLast()
      }
      guard tokens.count + words.count <= Self.mostTailWords else { break }
      tokens += words
    }
    return phrases.words(tokens.filter { reading.tokens[$0].relation != .punct })
  }
}
