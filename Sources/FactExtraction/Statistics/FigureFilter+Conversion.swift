internal import Documents
internal import Normalization

extension FigureFilter {
  /// What may stand between a figure and its conversion besides the bracket.
  private static let roundings: Set<Substring> = [
    "", "about", "around", "or", "or about", "some", "nearly", "roughly", "c.", "US", "=",
  ]

  /// Whether the figure only says the one before it in another currency or unit: "1.25tn rupees ($19bn; £12bn)".
  func isConversion(_ candidate: FigureCandidate) -> Bool {
    guard candidate.scale == .money || candidate.scale == .quantity else { return false }
    return isConversion(measure: candidate.measure)
  }

  private func isConversion(measure index: Int) -> Bool {
    guard index > 0 else { return false }
    let (figure, before) = (reading.measures[index], reading.measures[index - 1])
    guard Self.areAlike(figure.value, before.value), before.range.end <= figure.range.start else { return false }
    let words = reading.document.text[ByteRange(before.range.end, figure.range.start)]
    let gap = words.drop { $0 == " " }
    if gap.first == "(" {
      return Self.roundings.contains(Self.trimmed(gap.dropFirst()))
    }
    // The second conversion in one bracket.
    return gap.count <= 4 && (gap.first == ";" || gap.first == "," || gap.first == "/")
      && isConversion(measure: index - 1)
  }

  private static func trimmed(_ words: Substring) -> Substring {
    let words = words.drop { $0 == " " }
    return words.last == " " ? words.dropLast() : words
  }

  private static func areAlike(_ a: MeasureValue, _ b: MeasureValue) -> Bool {
    switch (a, b) {
    case (.money, .money), (.quantity, .quantity): true
    default: false
    }
  }
}
