internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Finds the period that a figure covers: the date of its own clause, or of the clauses above it as far as they tell of
/// the same time.
struct FigurePeriod {
  let context: FigureContext

  private static let baselines: KeySet = [
    TextKey("than"), TextKey("from"), TextKey("with"), TextKey("to"), TextKey("by"), TextKey("against"),
  ]
  private static let passing: RelationSet = [.conj, .xcomp, .ccomp, .parataxis, .acl, .advcl, .relativeClause, .appos]
  private static let reach = 25

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }

  /// The period; unknown where the sentence gives none.
  func period(of candidate: FigureCandidate) -> Period {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let levels = clauses(of: candidate)
    var best: (level: Int, distance: Int, date: ResolvedDate)?
    for token in sentence {
      guard let index = reading.measure(at: token), case .date(let date) = reading.measures[index].value,
        token == sentence.lowerBound || reading.measure(at: token - 1) != index, !isBaseline(token, sentence),
        let level = level(of: head(of: index, from: token), among: levels)
      else { continue }
      let distance = abs(token - candidate.head)
      guard distance < Self.reach else { continue }
      if let best, (best.level, best.distance) <= (level, distance) { continue }
      best = (level, distance, date)
    }
    guard let date = best?.date else { return .unknown }
    return Period(start: date.first, end: date.last == date.first ? nil : date.last)
  }

  /// The figure's clause and those above it that may give its time.
  private func clauses(of candidate: FigureCandidate) -> [Int] {
    var clauses = [context.clause(of: candidate.head)]
    for _ in 0..<5 {
      guard let clause = clauses.last, let head = tree.head(of: clause),
        Self.passing.contains(reading.tokens[clause].relation)
      else { break }
      let next = context.clause(of: head)
      // Who says it on Monday does not say that it happened on Monday.
      if [.ccomp, .parataxis].contains(reading.tokens[clause].relation), isSpeech(next) { break }
      if next == clause { break }
      clauses.append(next)
    }
    return clauses
  }

  private func isSpeech(_ verb: Int) -> Bool {
    !ReportingVerbs.embedded[reading.lemmaKey(verb)].isEmpty
  }

  /// How far above the figure the clause of a date stands; nil where it is none of the figure's clauses.
  private func level(of date: Int, among clauses: [Int]) -> Int? {
    var clause = context.clause(of: date)
    // "Since it took effect on 1 January": a clause that is a date itself.
    for _ in 0..<2 {
      if let level = clauses.firstIndex(of: clause) { return level }
      guard reading.tokens[clause].relation == .advcl, let head = tree.head(of: clause),
        let marker = tree.caseMarker(of: clause), ["since", "when", "after"].contains(reading.form(marker))
      else { return nil }
      clause = context.clause(of: head)
    }
    return nil
  }

  /// The token of a date that hangs on a word outside it.
  private func head(of measure: Int, from first: Int) -> Int {
    var token = first
    while token < reading.tokens.count, reading.measure(at: token) == measure {
      if let head = tree.head(of: token), reading.measure(at: head) != measure { return token }
      token += 1
    }
    return first
  }

  private func isBaseline(_ token: Int, _ sentence: Range<Int>) -> Bool {
    for before in [token - 1, token - 2] where before >= sentence.lowerBound {
      if Self.baselines.contains(reading.formKey(before)), before == token - 1 || reading.form(token - 1) == "in" {
        return true
      }
    }
    return false
  }
}
