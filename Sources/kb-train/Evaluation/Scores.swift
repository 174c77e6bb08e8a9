/// Counts of one measure: what the system said, what is right, and what both agree on.
struct Counts {
  var system = 0
  var gold = 0
  var correct = 0

  /// The harmonic mean of precision and recall, in percent.
  var f1: Double { system + gold == 0 ? 0 : 200 * Double(correct) / Double(system + gold) }

  static func += (a: inout Counts, b: Counts) {
    a.system += b.system
    a.gold += b.gold
    a.correct += b.correct
  }
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
  var entities = Counts()
  /// With gold tokens and sentences: heads, heads with relations, and the core relations with their heads.
  var goldUAS = Counts()
  var goldLAS = Counts()
  var core = Counts()

  static func += (a: inout Scores, b: Scores) {
    a.tokens += b.tokens
    a.sentences += b.sentences
    a.upos += b.upos
    a.xpos += b.xpos
    a.lemmas += b.lemmas
    a.uas += b.uas
    a.las += b.las
    a.entities += b.entities
    a.goldUAS += b.goldUAS
    a.goldLAS += b.goldLAS
    a.core += b.core
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
  }

  /// A figure with two decimals.
  static func percent(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
