internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Finds the heads of the phrases that fill a place of a frame.
struct SlotFinder: Sendable {
  let reading: Reading

  private var tree: DependencyTree { reading.tree }
  private static let modifiers: RelationSet = [.compound, .amod, .nmodDesc, .nmod, .nmodPoss, .nmodUnmarked, .nummod]

  /// The heads in text order; coordinated phrases are not listed apart.
  func heads(_ slot: Frame.Slot, of match: FrameMatch) -> [Int] {
    let predicate = match.predicate
    switch slot {
    case .subject: return [predicate.subject].compactMap(\.self)
    case .object: return [predicate.object ?? nounObject(predicate)].compactMap(\.self)
    case .complement: return [predicate.complement ?? purpose(of: predicate)].compactMap(\.self)
    case .compound:
      return tree.children(of: predicate.token).filter {
        Self.modifiers.contains(reading.tokens[$0].relation) && $0 < predicate.token
      }
    case .phrase: return [predicate.token]
    case .owner:
      guard let object = predicate.object else { return [] }
      return tree.children(of: object, [.nmodPoss])
    case .preposition(let key): return prepositional(key, of: match)
    }
  }

  /// The infinitive of the object: "extend" of "announced plans to extend".
  func purpose(of predicate: Predicate) -> Int? {
    guard predicate.trigger == .verb, let object = predicate.object, tree.dominates(predicate.token, object) else {
      return nil
    }
    if let clause = PredicateReader(reading: reading).clause(of: object), clause > object { return clause }
    return tree.children(of: predicate.token, [.advcl]).first { $0 > object && reading.tokens[$0].xpos == .vb }
  }

  /// "drug" of "drug seizures".
  private func nounObject(_ predicate: Predicate) -> Int? {
    guard predicate.trigger == .noun else { return nil }
    return tree.children(of: predicate.token).last {
      reading.tokens[$0].relation == .compound && reading.tokens[$0].upos == .noun
    }
  }

  /// The phrases behind a preposition, under the evoking word, its carrier, its further words or its object.
  private func prepositional(_ key: TextKey, of match: FrameMatch) -> [Int] {
    let predicate = match.predicate
    var places = [predicate.token]
    if let carrier = predicate.carrier { places.append(carrier) }
    if predicate.trigger != .noun, let object = predicate.object, tree.dominates(predicate.token, object) {
      places.append(object)
    }
    for other in match.others where reading.tokens[other].upos != .adposition { places.append(other) }
    var heads: [Int] = []
    for place in places {
      for child in tree.children(of: place) where isOblique(child) && !heads.contains(child) {
        guard let marker = tree.caseMarker(of: child), reading.formKey(marker) == key else { continue }
        if !reading.isTime(child) { heads.append(child) }
      }
    }
    return heads
  }

  private func isOblique(_ token: Int) -> Bool {
    [.obl, .nmod, .oblAgent, .advcl, .acl].contains(reading.tokens[token].relation)
  }
}
