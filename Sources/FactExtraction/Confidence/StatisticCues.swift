internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads the signs of figures.
struct StatisticCues {
  let context: FigureContext
  let actors: ResolvedActors
  /// The figures of proposed commitments and operations by their sentences.
  let claims: [Int: [FigureClaim]]
  /// Whether the document is a legislator's.
  let isOfLegislator: Bool

  /// The probability of a figure before anything is known of it.
  static let prior = 0.7

  var reading: Reading { context.reading }

  /// The signs of a figure.
  func cues(
    of statistic: Statistic, _ candidate: FigureCandidate, _ objections: [FigureFilter.Objection]
  ) -> Cues {
    var cues = Cues(table: .statistics, prior: Self.prior, construction: candidate.scale.rawValue)
    cues.isOfLegislator = isOfLegislator
    cues.note(.outlook, objections.isEmpty ? "unopposed" : "opposed")
    for objection in objections { cues.note(.outlook, objection.rawValue) }
    cues.note(.value, reading.startsWithDigit(candidate.tokens.lowerBound) ? "digits" : "letters")
    cues.note(.value, size(of: statistic.figure))
    cues.note(.value, "one-at-least", if: statistic.comparator != .equal && size(of: statistic.figure) == "one")
    note(statistic, head: candidate.head, &cues)
    noteSurroundings(of: candidate, &cues)
    return cues
  }

  /// The signs of a word of multiplication.
  func cues(of statistic: Statistic, _ found: Multiples.Found) -> Cues {
    var cues = Cues(table: .statistics, prior: Self.prior, construction: "multiple")
    cues.isOfLegislator = isOfLegislator
    note(statistic, head: found.token, &cues)
    return cues
  }

  private func note(_ statistic: Statistic, head: Int, _ cues: inout Cues) {
    cues.note(.comparator, statistic.comparator == .equal ? "exact" : "bounded")
    cues.note(.unit, statistic.unit == nil ? "none" : statistic.unit == "person" ? "person" : "named")
    cues.note(.change, statistic.change?.rawValue ?? "none")
    cues.note(.date, statistic.period == .unknown ? "none" : statistic.period.end == nil ? "day" : "span")
    cues.note(.place, statistic.place == nil ? "none" : "named")
    cues.note(.speaker, statistic.source == nil ? "none" : "named")
    let words = statistic.metric.utf8.count { $0 == 0x20 } + 1
    cues.note(.metric, statistic.metric.isEmpty ? "none" : words < 2 ? "word" : words < 12 ? "phrase" : "long")
    cues.note(.relation, reading.tokens[head].relation.rawValue)
    if let governor = reading.tree.head(of: head) {
      cues.note(.embedding, reading.tokens[governor].relation.rawValue)
      cues.note(.number, reading.tokens[governor].upos == .verb ? "verb" : "other")
    }
    let clause = context.clause(of: head)
    if reading.tokens[clause].upos == .verb {
      cues.note(.tense, VerbGroup(at: clause, in: reading).tense.rawValue)
    } else {
      cues.note(.tense, "none")
    }
    cues.note(.act, deed(over: head))
    noteSetting(head, &cues)
  }

  /// What the verb above a figure evokes and where the figure stands under it: "operations-object" of "seized 12 boats",
  /// whose figure tells what was done rather than how the world is.
  private func deed(over head: Int) -> String {
    var token = head
    for _ in 0..<Self.reach {
      guard let governor = reading.tree.head(of: token) else { return "none" }
      if reading.tokens[governor].upos == .verb {
        return "\(table(of: governor))-\(place(of: token))"
      }
      token = governor
    }
    return "none"
  }

  /// How many words may stand between a figure and its verb in the tree.
  static let reach = 5

  private func table(of verb: Int) -> String {
    let tables = context.frames.candidates(for: reading.lemmaKey(verb)).filter {
      $0.evoker.trigger == .verb && $0.evoker.others.isEmpty
    }.map { context.frames.frames[$0.frame].table }
    let first = [FactTable.operations, .commitments, .events].first(where: tables.contains)
    return first?.rawValue ?? "other"
  }

  private func place(of token: Int) -> String {
    switch reading.tokens[token].relation {
    case .obj, .nsubjPass: "object"
    case .nsubj, .nsubjOuter: "subject"
    case .obl, .oblAgent, .oblUnmarked: "oblique"
    default: "other"
    }
  }

  private func noteSetting(_ head: Int, _ cues: inout Cues) {
    let sentence = reading.sentence(of: head)
    let tokens = reading.sentences[sentence].tokens
    let figures = reading.measures(in: tokens).count { !reading.isDate(measure: $0) }
    cues.note(.rivals, figures < 2 ? "alone" : figures < 4 ? "few" : "many")
    cues.note(.length, tokens.count <= 8 ? "short" : tokens.count <= 35 ? "medium" : "long")
    cues.note(.block, reading.blockName(head))
    let share = Double(sentence) / Double(max(1, reading.sentences.count))
    cues.note(.position, reading.position(share, ofSentence: sentence))
  }

  private func size(of figure: Statistic.Figure) -> String {
    guard case .value(let value) = figure else { return "range" }
    if value <= ExactDecimal(1) { return "one" }
    if value < ExactDecimal(4) { return "two-or-three" }
    if value < ExactDecimal(13) { return "dozen" }
    return value < ExactDecimal(100) ? "tens" : value < ExactDecimal(10_000) ? "thousands" : "more"
  }
}
