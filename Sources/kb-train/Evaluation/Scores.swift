import LanguageAnalysis

/// Counts of one measure: what the system said, what is right, and what both agree on.
struct Counts {
  var system = 0
  var gold = 0
  var correct = 0

  /// The share of what the system said that is right, in percent.
  var precision: Double { system == 0 ? 0 : 100 * Double(correct) / Double(system) }

  /// The share of what is right that the system said, in percent.
  var recall: Double { gold == 0 ? 0 : 100 * Double(correct) / Double(gold) }

  /// The harmonic mean of precision and recall, in percent.
  var f1: Double { system + gold == 0 ? 0 : 200 * Double(correct) / Double(system + gold) }

  static func + (a: Counts, b: Counts) -> Counts {
    Counts(system: a.system + b.system, gold: a.gold + b.gold, correct: a.correct + b.correct)
  }

  static func += (a: inout Counts, b: Counts) { a = a + b }
}

/// The measures of the CoNLL 2018 shared task (Zeman et al. 2018) and of named entities by exact span.
struct Scores {
  var tokens = Counts()
  var sentences = Counts()
  var upos = Counts()
  var xpos = Counts()
  var lemmas = Counts()
  var uas = Counts()
  var las = Counts()
  /// Named entities of each counted label.
  var names: [EntityMention.Label: Counts] = [:]
  /// With gold tokens and sentences: heads, heads with relations, the core relations with their heads, and named
  /// entities.
  var goldUAS = Counts()
  var goldLAS = Counts()
  var core = Counts()
  var goldNames = Counts()

  /// Named entities of all counted labels.
  var entities: Counts { names.values.reduce(Counts(), +) }

  static func += (a: inout Scores, b: Scores) {
    a.tokens += b.tokens
    a.sentences += b.sentences
    a.upos += b.upos
    a.xpos += b.xpos
    a.lemmas += b.lemmas
    a.uas += b.uas
    a.las += b.las
    a.names.merge(b.names, uniquingKeysWith: +)
    a.goldUAS += b.goldUAS
    a.goldLAS += b.goldLAS
    a.core += b.core
    a.goldNames += b.goldNames
  }

  /// One line of figures.
  var line: String {
    let pairs: [(String, Counts)] = [
      ("tokens", tokens), ("sentences", sentences), ("UPOS", upos), ("XPOS", xpos), ("lemmas", lemmas), ("UAS", uas),
      ("LAS", las), ("NER", entities),
    ]
    return pairs.map { "\($0.0) \(Self.percent($0.1.f1))" }.joined(separator: "  ")
  }

  /// One line of the figures with gold tokens.
  var goldLine: String {
    "UAS \(Self.percent(goldUAS.f1))  LAS \(Self.percent(goldLAS.f1))  core relations \(Self.percent(core.f1))"
      + "  NER \(Self.percent(goldNames.f1))"
  }

  /// One line of precision, recall and F1 of the named entities of each label.
  var namesLine: String {
    LabelledSpan.counted.map { label in
      let counts = names[label, default: Counts()]
      let figures = [counts.precision, counts.recall, counts.f1].map(Self.percent)
      return "\(label.rawValue) \(figures.joined(separator: " "))"
    }.joined(separator: "  ")
  }

  /// A figure with two decimals.
  static func percent(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
