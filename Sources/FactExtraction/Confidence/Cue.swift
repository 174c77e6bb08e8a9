/// A sign that speaks for or against a proposed fact, such as `tense=past`.
///
/// Signs are of general kinds: what rule fired and by which of the words that it lists, how they stand in the sentence,
/// what fills its places. None is another word of the document.
struct Cue: Hashable, Sendable {
  /// What a sign is about.
  enum Family: String, Sendable, Hashable, CaseIterable {
    /// The rule, its kind of fact, and how the evoking word stands.
    case rule, kind, construction, evoker, word
    /// What the verb and the words around it say about time and truth.
    case tense, reality, embedding
    /// What fills the places of the one who acts and the one acted upon.
    case subject, object, subjectGroup, objectGroup
    /// Where the word stands in the tree, the sentence and the document.
    case relation, length, block, position, quoted
    /// What the fact has: a date, a place, a figure, money, a named actor.
    case date, place, figure, money, actor, deadline, parties, detail
    /// The determiner and number of a noun.
    case determiner, number
    /// What is promised.
    case act
    /// Other proposals about the same words.
    case rivals
    /// What a figure counts and how it is written.
    case scale, unit, value, comparator, change, metric, outlook
    /// The word before a figure that ties it to the sentence, and what the words above it do to figures.
    case marker, governor
    /// Who speaks and how that is known.
    case speaker, attribution
  }

  var family: Family
  var value: String

  /// Its name in the file of weights: `tense=past`.
  var name: String { "\(family.rawValue)=\(value)" }
}

extension Cue {
  /// The sign of a name, or nil where there is no such family.
  init?(name: some StringProtocol) {
    let parts = name.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let family = Family(rawValue: String(parts[0])) else { return nil }
    self.init(family: family, value: String(parts[1]))
  }
}
