internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Reads figures off noun phrases: "six men" is 6 people, "198 kilograms of resin" 198 kilograms.
struct Counts: Sendable {
  let reading: Reading
  let classes: WordClasses

  private var tree: DependencyTree { reading.tree }

  /// The figures of coordinated phrases.
  func outcomes(of heads: [Int]) -> [Operation.Outcome] {
    var outcomes: [Operation.Outcome] = []
    var seen: Set<Int> = []
    for head in heads {
      for part in tree.conjuncts(of: head) {
        let conjunct = counted(under: part) ?? part
        guard let (index, outcome) = outcome(of: conjunct) else {
          if let one = single(conjunct) { outcomes.append(one) }
          continue
        }
        if seen.insert(index).inserted { outcomes.append(outcome) }
      }
    }
    return outcomes
  }

  /// What a word like "total" counts: "suspects" of "a total of 23 suspects".
  private func counted(under head: Int) -> Int? {
    guard let partitive = classes["partitive"], classes[reading.lemmaKey(head)].meets(partitive),
      tree.child(of: head, [.nummod]) == nil
    else { return nil }
    return tree.children(of: head, [.nmod]).first { child in
      child > head && tree.child(of: child, [.nummod]) != nil
        && tree.caseMarker(of: child).map { reading.formKey($0) == Self.of } ?? false
    }
  }

  private static let of = TextKey("of")

  /// The first figure that is no money, date or share in a range of tokens, with its unit.
  func quantity(in range: Range<Int>) -> Quantity? {
    for token in range where reading.tokens[token].relation == .nummod && reading.isCount(token) {
      guard let head = tree.head(of: token), let (_, outcome) = outcome(of: head) else { continue }
      return Quantity(outcome.value, unit: outcome.unit)
    }
    for index in reading.measures(in: range) {
      switch reading.measures[index].value {
      case .quantity(let amount, let unit): return amount.figure.map { Quantity($0, unit: unit) }
      case .percent(let amount, _): return amount.figure.map { Quantity($0, unit: "percent") }
      default: continue
      }
    }
    return nil
  }

  /// The figure of the measure at a token, with the unit of another where it has none of its own: "240" of "240 and 85
  /// flats".
  func quantity(at token: Int, like other: Quantity?) -> Quantity? {
    guard let index = reading.measure(at: token) else { return nil }
    switch reading.measures[index].value {
    case .number(let amount): return amount.figure.map { Quantity($0, unit: other?.unit) }
    case .quantity(let amount, let unit): return amount.figure.map { Quantity($0, unit: unit) }
    case .percent(let amount, _): return amount.figure.map { Quantity($0, unit: "percent") }
    default: return nil
    }
  }

  /// The first sum of money in a range of tokens.
  func money(in range: Range<Int>) -> Money? {
    for index in reading.measures(in: range) {
      if case .money(let amount, let currency) = reading.measures[index].value, let figure = amount.figure {
        return Money(figure, currency)
      }
    }
    return nil
  }

  /// One for "a boy" or "another boat": a single person or thing that the text counts by its article.
  private func single(_ head: Int) -> Operation.Outcome? {
    guard reading.tokens[head].xpos == .nn, let article = tree.child(of: head, [.det]),
      Self.singular.contains(reading.formKey(article)),
      let countable = classes["person"]?.union(classes["asset"] ?? .none).union(classes["vessel"] ?? .none),
      classes[reading.lemmaKey(head)].meets(countable),
      !Self.collectives(classes).meets(classes[reading.lemmaKey(head)])
    else { return nil }
    return .init(value: ExactDecimal(1), unit: unit(of: head, counted: true))
  }

  private static let singular: Set = [TextKey("a"), TextKey("an"), TextKey("another")]
  private static func collectives(_ classes: WordClasses) -> WordClasses.Members {
    (classes["network"] ?? .none).union(classes["organization"] ?? .none)
  }

  private func outcome(of head: Int) -> (measure: Int, Operation.Outcome)? {
    let counted = tree.children(of: head).first {
      reading.tokens[$0].relation == .nummod && reading.measure(at: $0) != nil
    }
    guard let index = reading.measure(at: counted ?? head) else { return nil }
    let measure = reading.measures[index]
    switch measure.value {
    case .number(let amount):
      return amount.figure.map { (index, .init(value: $0, unit: unit(of: head, counted: counted != nil))) }
    case .quantity(let amount, let unit): return amount.figure.map { (index, .init(value: $0, unit: unit)) }
    case .money(let amount, let currency):
      return amount.figure.map { (index, .init(value: $0, unit: currency?.description ?? "money")) }
    default: return nil
    }
  }

  /// `person` for people, else the noun's lemma; of "three of the boats" the noun of the `of` phrase.
  private func unit(of head: Int, counted: Bool) -> String {
    var noun = head
    if !counted, let whole = tree.child(of: head, [.nmod]) { noun = whole }
    let key = reading.lemmaKey(noun)
    let isPerson = reading.tokens[noun].upos == .numeral || (classes["person"].map { classes[key].meets($0) } ?? false)
    return isPerson ? "person" : reading.lemma(noun)
  }
}
