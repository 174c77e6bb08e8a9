internal import Documents
internal import LanguageAnalysis

/// What a name does in its sentence: a place becomes an actor only where it acts.
enum NameUse: Sendable, Hashable {
  /// The subject of a verb, or the agent of a passive.
  case acting
  /// An object, or a partner, recipient or adversary: "with France", "gave Malawi".
  case party
  /// A possessor: "Singapore's decision".
  case owner
  /// A modifier of a noun: "UK exports", "people of Kenya".
  case attribute
  /// Where something is or goes to.
  case location
  /// Outside a clause: a list, a heading, a caption.
  case standing
}

/// Reads the use of names from the tree.
struct NameUseReader: Sendable {
  let reading: Reading
  private var tree: DependencyTree { reading.tree }

  private static let locative = KeySet(
    words:
      "in at from near across around into within inside outside throughout through off via over toward towards along "
      + "onto beyond past up down out above below beneath beside aboard")
  private static let partners = KeySet(
    words:
      "with by on between against among amongst for including like than alongside behind unlike except such as and but "
      + "under without versus upon")

  /// The token of a range that the rest of the range hangs on.
  func head(of tokens: Range<Int>) -> Int {
    tokens.first { token in
      guard let head = tree.head(of: token) else { return true }
      return !tokens.contains(head)
    } ?? tokens.lowerBound
  }

  /// Whether a token, or what it belongs to, is the subject of a clause.
  func isSubject(_ token: Int) -> Bool {
    var token = token
    var steps = 0
    while [.flat, .compound, .nmodDesc, .appos].contains(tree.tokens[token].relation), let head = tree.head(of: token),
      steps < 8
    {
      token = head
      steps += 1
    }
    return [.nsubj, .nsubjPass, .nsubjOuter].contains(tree.tokens[token].relation)
  }

  private static let addressing = KeySet(
    words:
      "urge tell ask press warn accuse call blame criticise criticize thank lobby force persuade pressure assure inform "
      + "condemn challenge invite appeal")

  /// Whether a verb of speaking to somebody takes the name as its object: "urged Paris", "called on Paris".
  func isAddressee(_ tokens: Range<Int>) -> Bool {
    let token = head(of: tokens)
    guard [.obj, .iobj, .obl].contains(tree.tokens[token].relation), let verb = tree.head(of: token) else {
      return false
    }
    if tree.tokens[token].relation == .obl {
      guard let marker = tree.caseMarker(of: token), ["on", "to"].contains(reading.form(marker)) else { return false }
    }
    return Self.addressing.contains(reading.lemmaKey(verb))
  }

  /// The use of a name.
  func use(of tokens: Range<Int>) -> NameUse {
    var token = head(of: tokens)
    var marker = tree.caseMarker(of: token)
    var steps = 0
    while [.conj, .appos, .flat, .list].contains(tree.tokens[token].relation), let head = tree.head(of: token),
      steps < 12
    {
      token = head
      if marker == nil { marker = tree.caseMarker(of: token) }
      steps += 1
    }
    if let marker, reading.form(marker) == "to" { return destination(token) }
    return use(of: tree.tokens[token].relation, marker: marker)
  }

  /// "To" marks a recipient where something is handed over ("sent tents to Chad"), else the way or an attribute. Below an
  /// amount that is handed over ("pledged 40 million euros to Malawi") it is the verb's too: amounts go nowhere.
  private func destination(_ token: Int) -> NameUse {
    let head = tree.head(of: token)
    switch (tree.tokens[token].relation, head) {
    case (.obl, let verb?): return tree.child(of: verb, [.obj, .nsubjPass]) == nil ? .location : .party
    case (.nmod, let noun?):
      let isAmount = tree.child(of: noun, [.nummod]) != nil
      return isAmount && [.obj, .nsubjPass].contains(tree.tokens[noun].relation) ? .party : .attribute
    case (.nmod, nil): return .attribute
    default: return .location
    }
  }

  private func use(of relation: DependencyRelation, marker: Int?) -> NameUse {
    switch relation {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter, .oblAgent, .vocative: return .acting
    case .obj, .iobj, .xcomp, .ccomp: return .party
    case .nmodPoss: return .owner
    case .obl, .nmod, .oblUnmarked, .advcl, .acl:
      guard let marker else { return relation == .obl || relation == .oblUnmarked ? .location : .attribute }
      let key = reading.formKey(marker)
      if Self.locative.contains(key) { return .location }
      return Self.partners.contains(key) ? .party : .attribute
    case .root, .parataxis, .dep, .orphan, .dislocated, .discourse:
      guard let marker else { return .standing }
      return Self.locative.contains(reading.formKey(marker)) ? .location : .standing
    default: return .attribute
    }
  }
}
