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
      for part in tree.conjuncts(of: head).flatMap({ [$0] + further(behind: $0) }) {
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

  /// What is coordinated with a measured thing but was hung on its `of` phrase: "two kilograms of opium and six rifles".
  private func further(behind measured: Int) -> [Int] {
    guard tree.child(of: measured, [.nummod]) != nil else { return [] }
    return tree.children(of: measured, [.nmod]).flatMap { tree.conjuncts(of: $0).dropFirst() }
      .filter { tree.child(of: $0, [.nummod]) != nil || sum(of: $0) != nil }
  }

  /// The lengths of sentences: "jailed for six years", "handed a nine-month term".
  func terms(under verb: Int) -> [Operation.Outcome] {
    let phrases = tree.children(of: verb, [.obl, .obj, .oblUnmarked]).filter { phrase in
      tree.caseMarker(of: phrase).map { Self.lasting.contains(reading.formKey($0)) } ?? true
    }
    return phrases.flatMap { phrase in
      reading.measures(in: tree.phrase(headedBy: phrase)).compactMap { index in
        guard case .duration(let length) = reading.measures[index].value,
          let (count, unit) = FigureReader.leading(of: length)
        else { return nil }
        return Operation.Outcome(value: count, unit: unit)
      }
    }
  }

  private static let lasting: KeySet = [TextKey("to"), TextKey("for")]

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
    let left = isChange(range) ? figure(behind: Self.from, in: range) : nil
    for token in range where reading.tokens[token].relation == .nummod && reading.isCount(token) {
      guard reading.measure(at: token) != left, let head = tree.head(of: token), let (_, outcome) = outcome(of: head)
      else { continue }
      return Quantity(outcome.value, unit: outcome.unit)
    }
    for index in reading.measures(in: range) where index != left {
      switch reading.measures[index].value {
      case .quantity(let amount, let unit): return amount.figure.map { Quantity($0, unit: unit) }
      case .percent(let amount, _): return amount.figure.map { Quantity($0, unit: "percent") }
      default: continue
      }
    }
    return bare(in: range)
  }

  /// A number that stands for what was named before: "to take 1,300", "limit the number of cards to 10".
  private func bare(in range: Range<Int>) -> Quantity? {
    for token in range where [.obj, .obl].contains(reading.tokens[token].relation) && reading.isCount(token) {
      let isEnd = tree.caseMarker(of: token).map { reading.formKey($0) == Self.to } ?? true
      if isEnd, let quantity = quantity(at: token, like: nil) { return quantity }
    }
    return nil
  }

  /// Whether an act leads from one figure to another, which is the one that is promised.
  private func isChange(_ range: Range<Int>) -> Bool {
    guard let start = figure(behind: Self.from, in: range), let end = figure(behind: Self.to, in: range) else {
      return false
    }
    return start < end
  }

  /// The last figure of a range of tokens that a preposition introduces.
  private func figure(behind preposition: TextKey, in range: Range<Int>) -> Int? {
    range.last { token in
      guard reading.isCount(token) else { return false }
      return [token, tree.head(of: token)].compactMap(\.self).contains { word in
        tree.caseMarker(of: word).map { reading.formKey($0) == preposition } ?? false
      }
    }.flatMap(reading.measure(at:))
  }

  private static let from = TextKey("from")
  private static let to = TextKey("to")

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

  private static let singular: KeySet = [TextKey("a"), TextKey("an"), TextKey("another")]
  private static func collectives(_ classes: WordClasses) -> WordClasses.Members {
    (classes["network"] ?? .none).union(classes["organization"] ?? .none)
  }

  private func outcome(of head: Int) -> (measure: Int, Operation.Outcome)? {
    let counted =
      tree.children(of: head).first { reading.tokens[$0].relation == .nummod && reading.measure(at: $0) != nil }
      // "Seventy-two suspects", of which the parser makes a compound.
      ?? hyphenated(before: head)
    guard let index = reading.measure(at: counted ?? head) ?? sum(of: head) else { return nil }
    let measure = reading.measures[index]
    switch measure.value {
    case .number(let amount):
      // "Two-thirds of the prisoners" is a share and counts nobody.
      guard let figure = amount.figure, figure >= ExactDecimal(1) else { return nil }
      return (index, .init(value: figure, unit: unit(of: head, counted: counted != nil)))
    case .quantity(let amount, let unit): return amount.figure.map { (index, .init(value: $0, unit: unit)) }
    case .money(let amount, let currency):
      return amount.figure.map { (index, .init(value: $0, unit: currency?.description ?? "money")) }
    default: return nil
    }
  }

  /// The number with a hyphen that a noun phrase begins with.
  private func hyphenated(before head: Int) -> Int? {
    let first = tree.phrase(headedBy: head).lowerBound
    guard first < head, reading.tokens[first].upos == .numeral, reading.tokens[first].relation == .compound,
      reading.isCount(first), reading.measure(at: first + 2) == reading.measure(at: first)
    else { return nil }
    return first
  }

  /// What money comes to: "cash amounting to €2,000".
  private func sum(of head: Int) -> Int? {
    guard let cash = classes["cash"], classes[reading.lemmaKey(head)].meets(cash) else { return nil }
    let end = reading.sentences[reading.sentence(of: head)].tokens.upperBound
    let behind = (head + 1..<min(head + 4, end)).prefix { reading.tokens[$0].upos != .coordinatingConjunction }
    return reading.measures(in: behind).first(where: reading.isMoney(measure:))
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
