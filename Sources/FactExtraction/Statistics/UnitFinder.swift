internal import LanguageAnalysis
internal import Lexicon

/// Finds what a figure counts: the singular noun, "person" for people.
struct UnitFinder {
  let context: FigureContext

  private var reading: Reading { context.reading }

  /// Symbols by which units of measurement are better known.
  private static let symbols = ["kilometer": "km", "kilogram": "kg"]

  /// The unit; nil where the text leaves it open.
  func unit(of candidate: FigureCandidate) -> String? {
    if candidate.scale != .count { return candidate.unit.map { Self.symbols[$0] ?? $0 } }
    if let noun = context.noun(of: candidate) { return name(noun) }
    if let thing = context.thing(of: candidate) {
      return context.isOrganisation(thing) ? "person" : name(counted(thing))
    }
    return isSubject(candidate.head) ? "person" : nil
  }

  /// The noun behind a word that stands for a count: "boats" of "the number of boats".
  func counted(_ noun: Int) -> Int {
    guard context.roles(noun).contains(.total), let whole = context.whole(of: noun) else { return noun }
    return whole
  }

  private func isSubject(_ token: Int) -> Bool { [.nsubj, .nsubjPass].contains(reading.tokens[token].relation) }

  private func name(_ noun: Int) -> String? {
    if context.isPeople(noun) { return "person" }
    if context.isPerson(noun), !context.roles(noun).contains(.household) { return "person" }
    switch reading.tokens[noun].upos {
    case .noun: return reading.lemma(noun)
    case .properNoun:
      guard reading.tokens[noun].xpos == .nnps else { return reading.lemma(noun).lowercased() }
      return context.singularThing(noun) ?? "person"
    case .pronoun: return "person"
    default: return nil
    }
  }
}
