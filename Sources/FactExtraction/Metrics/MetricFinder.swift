internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Words what a figure measures, so that it reads alone: "boats intercepted", "exports of oil".
struct MetricFinder {
  /// A metric, and the name of what it counts.
  struct Metric {
    /// The words; never empty.
    var text: String
    /// The counted things alone, for a later figure that refers back to them.
    var base: String
  }

  let context: FigureContext
  let actors: ResolvedActors

  private static let lasting: KeySet = [
    TextKey("take"), TextKey("last"), TextKey("run"), TextKey("continue"), TextKey("spend"), TextKey("endure"),
  ]
  private static let ways: Set<String> = [
    "from", "to", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "off", "away",
    "inland", "offshore", "outside", "between",
  ]
  private static let lengths: Set<String> = ["kilometer", "mile", "meter", "nautical mile", "foot", "yard"]

  var reading: Reading { context.reading }
  var tree: DependencyTree { reading.tree }
  var phrases: PhraseWording { PhraseWording(context: context, actors: actors) }
  var clauses: ClauseWording { ClauseWording(context: context, phrases: phrases) }

  /// The metric of a figure by the first reading that holds.
  ///
  /// - Parameter told: the metric of the figure before, for one that refers back to it.
  func metric(of candidate: FigureCandidate, after told: Metric?) -> MetricWording {
    let clause = context.clause(of: candidate.head)
    func wording(_ kind: MetricWording.Kind, _ metric: Metric?) -> MetricWording? {
      metric.map { MetricWording(kind: kind, metric: $0) }
    }
    return wording(.restricted, restricted(candidate, told))
      ?? wording(.part, part(candidate, told))
      ?? wording(.acted, acted(candidate, clause))
      ?? wording(.counted, counted(by: candidate, clause, told))
      ?? wording(.lasting, lasting(candidate, clause))
      ?? wording(.distance, distance(candidate))
      ?? wording(.substance, substance(of: candidate))
      ?? wording(.described, described(by: candidate))
      ?? wording(.referring, referring(candidate, told))
      ?? wording(.paid, money(candidate, clause))
      ?? wording(.measured, context.measured(by: candidate, clause).map { measured($0, candidate, clause) })
      ?? wording(.governing, governing(candidate))
      ?? MetricWording(kind: .said, metric: said(candidate, clause))
  }

  func plain(_ text: String) -> Metric { Metric(text: text, base: text) }

  /// What takes a time: "time to process a claim".
  private func lasting(_ candidate: FigureCandidate, _ clause: Int) -> Metric? {
    guard candidate.scale == .duration else { return nil }
    return clauses.task(of: clause).map { plain("time " + $0) }
  }

  /// The noun that a figure hangs on, though it is none that it counts.
  private func governing(_ candidate: FigureCandidate) -> Metric? {
    guard let head = tree.head(of: candidate.head), context.isNoun(head) else { return nil }
    return plain(phrases.phrase(head, without: candidate))
  }

  /// What the clause says; "57 percent say no": of whom, the text has said before.
  private func said(_ candidate: FigureCandidate, _ clause: Int) -> Metric {
    let isWhole =
      [.share, .count].contains(candidate.scale) && reading.tokens[candidate.head].relation == .nsubj
    return plain(PhraseWording.joined(isWhole ? "those who" : "", statement(of: clause, without: candidate)))
  }

  /// A verb with its negation and what stands behind it.
  func statement(of clause: Int, without candidate: FigureCandidate) -> String {
    PhraseWording.joined(
      clauses.negation(of: clause), reading.surface(clause),
      clauses.tail(of: clause, without: candidate, besides: candidate.head))
  }

  /// What the clause speaks of, with what it says where it is no mere level or change.
  private func measured(_ thing: Int, _ candidate: FigureCandidate, _ clause: Int) -> Metric {
    var words = phrases.phrase(thing, without: candidate)
    if reading.tokens[thing].upos == .pronoun { words = phrases.subject(thing) }
    if candidate.scale == .duration, Self.lasting.contains(reading.lemmaKey(clause)) {
      return plain("duration of " + words)
    }
    if candidate.scale == .duration, reading.tokens[candidate.head].relation == .oblUnmarked,
      reading.tokens[clause].upos == .verb
    {
      return plain(clauses.time(of: clause, about: thing, without: candidate))
    }
    let isMeasured =
      context.roles(clause).isDisjoint(with: [.rise, .fall, .double, .halve, .level]) == false
      || reading.tokens[thing].relation == .obj || reading.tokens[clause].upos != .verb
      || candidate.scale == .money && reading.tokens[candidate.head].relation == .obl
    if isMeasured, !words.isEmpty { return plain(PhraseWording.joined(words, quality(clause, candidate))) }
    return plain(PhraseWording.joined(words, statement(of: clause, without: candidate)))
  }

  /// What something is done to by so much: "aid" of "the president cut aid by half", "deaths" of "belts that reduce deaths
  /// by 40 to 60 percent".
  private func acted(_ candidate: FigureCandidate, _ clause: Int) -> Metric? {
    let first = candidate.tokens.lowerBound
    let isBy = first > 0 && reading.form(first - 1) == "by"
    guard candidate.scale != .duration, !context.roles(clause).isDisjoint(with: [.rise, .fall]) else { return nil }
    if isBy, tree.caseMarker(of: candidate.head) == first - 1, let noun = tree.head(of: candidate.head),
      tree.head(of: noun) == clause, context.isNoun(noun), noun < first
    {
      return plain(phrases.phrase(noun, without: candidate))
    }
    guard context.noun(of: candidate) == nil, let thing = context.thing(of: candidate),
      let object = tree.child(of: clause, [.obj]), context.isNoun(object), !context.isMark(object),
      reading.measure(at: object) == nil
    else { return nil }
    let isNamed = context.isPerson(thing) || actors.mention(at: thing) != nil
    guard isBy || isNamed && thing < clause && tree.head(of: thing) == clause else { return nil }
    return plain(phrases.phrase(object, without: candidate))
  }

  /// The quality by which things are more or less: "lighter" of "will be 20 percent lighter".
  private func quality(_ clause: Int, _ candidate: FigureCandidate) -> String {
    guard candidate.scale == .share, reading.tokens[clause].upos == .adjective, clause == candidate.tokens.upperBound,
      context.roles(clause).isDisjoint(with: [.rise, .fall])
    else { return "" }
    return reading.surface(clause)
  }

  /// "12 miles south of the island", "800 km from Herat to Kabul".
  private func distance(_ candidate: FigureCandidate) -> Metric? {
    guard candidate.scale == .quantity, let unit = candidate.unit, Self.lengths.contains(unit) else { return nil }
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    var first = candidate.tokens.upperBound
    if first < sentence.upperBound, reading.form(first) == "(" {
      first = ((first..<sentence.upperBound).first { reading.form($0) == ")" } ?? first) + 1
    }
    guard first < sentence.upperBound, Self.ways.contains(reading.form(first)) else { return nil }
    var end = first + 1
    while end < sentence.upperBound, end - first < 8, reading.tokens[end].upos != .verb,
      reading.tokens[end].upos != .punctuation, reading.measure(at: end) == nil
    {
      end += 1
    }
    return plain("distance " + phrases.words(first..<end))
  }
}
