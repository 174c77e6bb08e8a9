internal import LanguageAnalysis

/// What a figure may measure, in words, with the way in which they were put together.
struct MetricWording {
  /// How words for a metric are put together.
  enum Kind: String, CaseIterable {
    // By the readings of `MetricFinder`, of which the first that holds is one wording.
    case restricted, part, acted, counted, lasting, distance, substance, described, referring, paid, measured,
      governing, said
    /// The counted noun: alone, with its clause, with the verb done to it, with who does it, with what follows it.
    case noun, nounClause, nounDeed, nounAgent, nounRelative, nounLong
    /// The noun behind `of`, the nouns that hang on the counted one, the counted noun with the group that it makes up.
    case whole, nounPart, group
    /// The subject: alone, with what its clause says of it, as a part of the counted noun; what it consists of.
    case subject, subjectState, share, subjectPart
    /// What the clause says, without a subject.
    case state
    /// The object, alone and with its verb; what a preposition hangs on the verb.
    case object, objectDeed, oblique
    /// The same of the clause above.
    case aboveSubject, aboveObject, aboveObjectDeed, aboveOblique
    /// Money that is paid, and what a time is the measure of.
    case money, time, duration
    /// The nouns above the figure in the tree.
    case governor
    /// The metric of the figure before: whole, its noun, its noun with what this clause says.
    case told, toldNoun, toldClause
  }

  var kind: Kind
  /// Whether the rule reads words that leave no choice.
  var isCertain: Bool { kind == .restricted || kind == .acted }
  var metric: MetricFinder.Metric
}
