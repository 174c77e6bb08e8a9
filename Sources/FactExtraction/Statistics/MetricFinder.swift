internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Words what a figure measures, so that it reads alone: "boats intercepted", "exports of oil".
struct MetricFinder {
  let context: FigureContext

  private static let mostWords = 14
  private static let tails: RelationSet = [.obl, .obj, .xcomp, .oblAgent]

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }

  /// The words; never empty.
  func metric(of candidate: FigureCandidate) -> String {
    let clause = context.clause(of: candidate.head)
    if let noun = context.noun(of: candidate), candidate.scale != .money || noun > candidate.head {
      return counted(noun, candidate, clause)
    }
    if let thing = context.thing(of: candidate) {
      let words = phrase(thing, without: candidate)
      let isMeasured =
        isChange(clause) || reading.tokens[thing].relation == .obj || context.roles(clause).contains(.level)
      return isMeasured ? words : joined(words, predicate(clause, candidate, behind: nil))
    }
    if let head = tree.head(of: candidate.head), context.isNoun(head) { return phrase(head, without: candidate) }
    return predicate(clause, candidate, behind: nil).nonEmpty ?? reading.surface(clause)
  }

  /// The counted noun with what its clause says of it.
  private func counted(_ noun: Int, _ candidate: FigureCandidate, _ clause: Int) -> String {
    let words = phrase(noun, without: candidate)
    guard clause != noun, !tree.subtree(of: noun).contains(clause), reading.tokens[clause].upos == .verb else {
      return words
    }
    if isChange(clause) { return words }
    let isObject = [.obj, .nsubjPass].contains(reading.tokens[noun].relation)
    if isObject { return joined(words, reading.surface(clause)) }
    return reading.tokens[noun].relation == .nsubj ? joined(words, predicate(clause, candidate, behind: noun)) : words
  }

  private func isChange(_ clause: Int) -> Bool {
    !context.roles(clause).isDisjoint(with: [.rise, .fall, .double, .halve])
  }

  /// A noun phrase without the figure, its comparator and the article in front.
  private func phrase(_ head: Int, without candidate: FigureCandidate) -> String {
    let full = tree.phrase(headedBy: head)
    let described = full.lowerBound..<max(full.upperBound, clauseEnd(of: head, from: full.upperBound))
    var tokens = described.prefix(Self.mostWords).filter { token in
      !candidate.tokens.contains(token) && !isComparator(token, candidate) && reading.measure(at: token) == nil
    }
    while let first = tokens.first, [.determiner, .adposition, .punctuation].contains(reading.tokens[first].upos) {
      tokens.removeFirst()
    }
    while let last = tokens.last, last != head,
      [.adposition, .punctuation, .determiner].contains(reading.tokens[last].upos)
    {
      tokens.removeLast()
    }
    return words(tokens.isEmpty ? [head] : tokens)
  }

  /// The end of a short participle or relative clause that says which things are counted.
  private func clauseEnd(of head: Int, from end: Int) -> Int {
    guard let clause = tree.child(of: head, [.acl, .relativeClause]) else { return end }
    let words = tree.subtree(of: clause)
    return words.lowerBound <= end && words.count <= Self.mostWords / 2 + 1 ? words.upperBound : end
  }

  private func isComparator(_ token: Int, _ candidate: FigureCandidate) -> Bool {
    guard let range = reading.measures[candidate.measure].comparatorRange else { return false }
    return range.overlaps(reading.tokens[token].range)
  }

  /// The verb of a clause with its objects, without the figure, auxiliaries and dates.
  private func predicate(_ clause: Int, _ candidate: FigureCandidate, behind noun: Int?) -> String {
    var tokens = [clause]
    for child in tree.children(of: clause, Self.tails) where child != candidate.head && child > clause {
      let subtree = tree.subtree(of: child)
      guard !subtree.contains(candidate.head), reading.measure(at: child) == nil else { continue }
      tokens += Array(subtree.prefix(Self.mostWords / 2))
      break
    }
    return words(tokens.filter { reading.tokens[$0].upos != .punctuation })
  }

  private func words(_ tokens: [Int]) -> String {
    var text = ""
    var end: Int?
    for token in tokens {
      if let end, reading.tokens[token].range.start > end {
        text += " "
      }
      text += reading.surface(token)
      end = reading.tokens[token].range.end
    }
    return text
  }

  private func joined(_ a: String, _ b: String) -> String { b.isEmpty ? a : a.isEmpty ? b : a + " " + b }
}

extension String {
  /// The string, or nil where it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
