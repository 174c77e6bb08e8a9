internal import Documents
internal import LanguageAnalysis

/// A verb with its auxiliaries: tense, voice, modality and negation.
struct VerbGroup: Sendable {
  /// What the form of the verb says about time and truth.
  enum Tense: String, Sendable, CaseIterable {
    case past, perfect, present, progressive, pastProgressive, future, conditional
    /// Under "may", "must", "should" and the like.
    case modal
    /// "to" with the bare verb.
    case infinitive
    /// A participle without an auxiliary.
    case participle
    /// A bare verb without a subject or "to".
    case bare
  }

  var tense: Tense
  var isPassive: Bool
  var isNegated: Bool

  private static let will: KeySet = [TextKey("will"), TextKey("shall"), TextKey("'ll"), TextKey("wo"), TextKey("’ll")]
  private static let would: KeySet = [TextKey("would"), TextKey("'d"), TextKey("’d")]
  private static let pastBe: KeySet = [TextKey("was"), TextKey("were")]
  private static let have = TextKey("have")
  private static let be = TextKey("be")
  private static let get = TextKey("get")
  private static let to = TextKey("to")
  private static let being = TextKey("being")
  static let negations: KeySet = [
    TextKey("not"), TextKey("n't"), TextKey("n’t"), TextKey("never"), TextKey("no"), TextKey("neither"),
    TextKey("nor"), TextKey("hardly"), TextKey("barely"), TextKey("without"), TextKey("nobody"), TextKey("none"),
    TextKey("nothing"),
  ]

  /// The auxiliaries of one verb, before they are read together.
  private struct Auxiliaries {
    var modal: TextKey?
    var hasHave = false
    var be: TextKey?
    var hasTo = false
    /// "Is being", as in "is being searched".
    var isBeing = false
    var isPassive = false
    var isNegated = false
    var isEmpty: Bool { modal == nil && !hasHave && be == nil && !hasTo && !isPassive }
  }

  init(at verb: Int, in reading: Reading) {
    var found = Self.auxiliaries(of: verb, in: reading)
    let token = reading.tokens[verb]
    if found.isEmpty, token.relation == .conj, let first = reading.tree.head(of: verb),
      reading.tokens[first].xpos == token.xpos
    {
      let negated = found.isNegated
      found = Self.auxiliaries(of: first, in: reading)
      found.isNegated = found.isNegated || negated
    }
    isNegated = found.isNegated
    let isFinite = found.isEmpty && reading.tree.child(of: verb, [.nsubj]) != nil
    let isParticiple = token.xpos == .vbn && !found.hasHave && token.relation != .root && found.be == nil
    isPassive =
      found.isPassive || isParticiple && !isFinite || Self.isReducedRelative(verb, in: reading)
      || Self.isHeadlinePassive(verb, found.isEmpty, in: reading)
    let tense = isFinite ? Self.finite(Self.tense(of: token, found)) : Self.tense(of: token, found)
    let isAhead = Self.isGoing(verb, in: reading) || Self.isHeadlineFuture(verb, in: reading)
    self.tense = tense == .infinitive && isAhead ? .future : tense
  }

  /// Whether a verb taken for a past tense describes the noun before it, as no finite verb without a subject does: "a plan
  /// approved by the council".
  private static func isReducedRelative(_ verb: Int, in reading: Reading) -> Bool {
    reading.tokens[verb].xpos == .vbd && reading.tokens[verb].relation == .acl
      && reading.tree.child(of: verb, [.nsubj, .nsubjPass, .obj]) == nil
  }

  /// Whether an infinitive is what a headline says of its subject: "Norway to give $400 million".
  private static func isHeadlineFuture(_ verb: Int, in reading: Reading) -> Bool {
    reading.tokens[verb].relation == .root && reading.tree.child(of: verb, [.nsubj]).map { $0 < verb } ?? false
  }

  /// Whether a participle with a subject leaves its auxiliary out, as headlines do: "Captain arrested in Baubau".
  private static func isHeadlinePassive(_ verb: Int, _ isBare: Bool, in reading: Reading) -> Bool {
    isBare && reading.tokens[verb].xpos == .vbn && reading.isHeadline(verb)
      && reading.tree.child(of: verb, [.nsubj]) != nil && reading.tree.child(of: verb, [.obj, .ccomp, .xcomp]) == nil
  }

  private static func auxiliaries(of verb: Int, in reading: Reading) -> Auxiliaries {
    var found = Auxiliaries()
    for child in reading.tree.children(of: verb) {
      let key = reading.formKey(child)
      switch reading.tokens[child].relation {
      case .aux, .auxPass, .cop:
        let lemma = reading.lemmaKey(child)
        if reading.tokens[child].relation == .auxPass { found.isPassive = true }
        if reading.tokens[child].xpos == .md {
          found.modal = key
        } else if lemma == have {
          found.hasHave = true
        } else if lemma == be || lemma == get {
          if key == being { found.isBeing = true }
          if found.be == nil { found.be = key }
        }
        if key == to { found.hasTo = true }
      case .nsubjPass, .csubjPass: found.isPassive = true
      case .oblAgent where reading.tokens[verb].xpos == .vbn: found.isPassive = true
      case .mark where key == to: found.hasTo = true
      case .advmod, .mark, .cc, .det:
        if isNegation(child, in: reading) { found.isNegated = true }
      case .nsubj, .obj:
        if isEmptyPhrase(child, in: reading) { found.isNegated = true }
      default: break
      }
      if reading.tokens[child].relation == .nsubjPass, isEmptyPhrase(child, in: reading) { found.isNegated = true }
    }
    return found
  }

  /// Whether a word negates its verb: "not", "never", "no longer".
  static func isNegation(_ word: Int, in reading: Reading) -> Bool {
    negations.contains(reading.formKey(word))
      || reading.formKey(word) == longer
        && reading.tree.children(of: word, [.advmod, .det]).contains { negations.contains(reading.formKey($0)) }
  }

  private static let longer = TextKey("longer")

  /// Whether a phrase is "no …", "nobody" or "none".
  static func isEmptyPhrase(_ head: Int, in reading: Reading) -> Bool {
    if negations.contains(reading.formKey(head)) { return true }
    // "Neither side", "neither France nor Spain".
    guard let determiner = reading.tree.child(of: head, [.det, .ccPreconj]) else { return false }
    return negations.contains(reading.formKey(determiner))
  }

  private static let going = TextKey("going")
  private static let presentBe: KeySet = [
    TextKey("am"), TextKey("is"), TextKey("are"), TextKey("'m"), TextKey("'s"), TextKey("'re"), TextKey("’m"),
    TextKey("’s"), TextKey("’re"),
  ]

  /// Whether "am going to" stands before a verb.
  private static func isGoing(_ verb: Int, in reading: Reading) -> Bool {
    guard reading.tokens[verb].relation == .xcomp, let going = reading.tree.head(of: verb),
      reading.formKey(going) == Self.going
    else { return false }
    return reading.tree.children(of: going, [.aux]).contains { presentBe.contains(reading.formKey($0)) }
  }

  /// What a verb with a subject but without auxiliaries was taken for as a participle ("warplanes struck") or bare ("planes
  /// patrol the coast").
  private static func finite(_ tense: Tense) -> Tense {
    switch tense {
    case .participle: .past
    case .bare: .present
    default: tense
    }
  }

  private static func tense(of token: Token, _ found: Auxiliaries) -> Tense {
    if let modal = found.modal {
      if will.contains(modal) { return .future }
      return would.contains(modal) ? .conditional : .modal
    }
    if found.hasTo { return found.be != nil && found.be != be && !found.hasHave ? .future : .infinitive }
    if found.hasHave { return .perfect }
    if let form = found.be {
      // "From being seized": no finite form stands before it.
      if form == being { return .participle }
      let isPast = pastBe.contains(form)
      if token.xpos == .vbg || found.isBeing { return isPast ? .pastProgressive : .progressive }
      return isPast ? .past : .present
    }
    switch token.xpos {
    case .vbd: return .past
    case .vbz, .vbp: return .present
    case .vbg, .vbn: return .participle
    case .vb: return .bare
    default: return .present
    }
  }
}
