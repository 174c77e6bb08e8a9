internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Chooses who fills a place of a fact, among those whom rules put there and others.
///
/// A logistic regression gives each candidate the probability that a reader would name it there; those are chosen who are
/// expected to agree best with the reader's.
struct RoleChooser {
  let context: FrameContext
  private let candidates: RoleCandidates
  private let judges: [PartyField: SelectionJudge]
  private let listsSigns: Bool

  /// Those who were chosen.
  struct Chosen {
    var candidates: [RoleCandidate]
    /// What they were chosen from, if that was asked for.
    var selections: [Selection] = []

    var parties: [Party] { candidates.map(\.party) }
  }

  /// How many parties are expected that are no candidates.
  private static let unseen = 0.1
  /// Whom a reader would more probably leave out is never added, however many are wanted.
  private static let least = 0.5
  /// By how much another choice must be better than that of the rules.
  private static let margin = 0.05

  /// - Parameter listsSigns: whether what is chosen from is wanted too.
  init(_ context: FrameContext, weights: SelectionWeights, listsSigns: Bool) {
    self.context = context
    self.listsSigns = listsSigns
    candidates = RoleCandidates(context)
    judges = Dictionary(
      uniqueKeysWithValues: PartyField.allCases.compactMap { field in
        weights[field.rawValue].map { (field, SelectionJudge($0)) }
      })
  }

  /// The parties that fill a place of a fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of fact.
  ///   - rule: whom rules put there.
  ///   - others: who fills the other place of the fact, and therefore not this one.
  func choose(_ field: PartyField, _ evidence: Evidence, kind: FactKind, rule: [Party], others: [Party] = []) -> Chosen
  {
    let reading = context.reading
    let path = TreePath(from: TreePath.head(of: evidence.range, in: reading), in: reading)
    let found = candidates.candidates(for: evidence, path, rule: rule, others: others)
    let signs = RoleSigns(context, evidence, kind: kind.description, path, ruleCount: rule.count)
    var chosen = Chosen(candidates: found.filter(\.isByRule))
    if listsSigns { chosen.selections = [selection(field, found, signs)] }
    guard let judge = judges[field], !found.isEmpty else { return chosen }
    let probabilities = found.map { candidate in judge.probability { signs.note(candidate, &$0) } }
    chosen.candidates = Self.best(found, probabilities).map { found[$0] }
    return chosen
  }

  /// The candidates that are chosen, in their order.
  private static func best(_ found: [RoleCandidate], _ probabilities: [Double]) -> [Int] {
    let wanted = probabilities.reduce(0, +) + unseen
    func agreement(_ places: some Collection<Int>) -> Double {
      if places.isEmpty { return probabilities.reduce(1) { $0 * (1 - $1) } }
      return SelectionJudge.agreement(
        shared: places.reduce(0) { $0 + probabilities[$1] }, of: places.count, wanted: wanted, beta: 1)
    }
    let rule = found.indices.filter { found[$0].isByRule }
    let ranked = found.indices.filter { probabilities[$0] >= least || found[$0].isByRule }.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    var best = (places: rule[...], agreement: agreement(rule) + margin)
    // Whom rules found is somebody: at least one stays.
    for count in (rule.isEmpty ? 0 : 1)...max(1, ranked.count) {
      let places = ranked.prefix(count)
      let agreement = agreement(places)
      if agreement > best.agreement { best = (places, agreement) }
    }
    return best.places.sorted()
  }

  private func selection(_ field: PartyField, _ found: [RoleCandidate], _ signs: RoleSigns) -> Selection {
    Selection(
      place: field.rawValue,
      options: found.map { candidate in
        var names = SignNames()
        signs.note(candidate, &names)
        let name = candidate.party.actor.map { context.actors.actors[$0].name } ?? candidate.party.surface
        return Selection.Option(name: name, signs: names.names)
      })
  }
}
