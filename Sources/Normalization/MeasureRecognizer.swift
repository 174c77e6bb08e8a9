public import Documents
public import Lexicon
internal import PolicyModel

/// Finds figures, amounts, dates and periods in English text, with their exact values.
///
/// The text is cut into tokens once; at each token that may begin an expression the grammar looks ahead a bounded
/// number of tokens, and the longest reading wins.
///
/// - Complexity: O(length of the text).
public struct MeasureRecognizer: Sendable {
  private let lexicon: MeasureLexicon
  private let places: PlaceRecognizer

  /// Makes a recogniser with the words of a lexicon.
  public init(lexicon: MeasureLexicon = .embedded) {
    self.lexicon = lexicon
    places = PlaceRecognizer(lexicon: lexicon)
  }

  /// The measures, changes and places of some ranges of a text, such as its blocks; no expression goes across their ends.
  ///
  /// Where the context names no country, the one that the text's places point to decides what "$" and "04/03/2027" mean.
  ///
  /// - Parameter withChanges: whether changes are read as well; without them the result has none.
  public func find(
    in text: SourceText, ranges: [ByteRange], context: MeasureContext, withChanges: Bool = true
  ) -> FoundMeasures {
    let stretches = ranges.flatMap { TextStretches.tokens(of: $0, in: text, lexicon) }
    var found = FoundMeasures()
    found.places = places.places(in: text, stretches: stretches, context: context)
    var context = context
    context.country = context.country ?? PlaceRecognizer.mainCountry(of: found.places)
    for tokens in stretches { add(tokens, context, to: &found, withChanges: withChanges) }
    found.dropPlacesInMeasures()
    return found
  }

  /// The measures of a text in its order; they do not overlap. No expression goes across an empty line.
  public func measures(in text: SourceText, context: MeasureContext) -> [Measure] {
    measures(in: text, ranges: [text.range], context: context)
  }

  /// The measures of some ranges of a text, such as its blocks; no expression goes across their ends.
  public func measures(in text: SourceText, ranges: [ByteRange], context: MeasureContext) -> [Measure] {
    var found = FoundMeasures()
    for tokens in ranges.flatMap({ TextStretches.tokens(of: $0, in: text, lexicon) }) {
      add(tokens, context, to: &found, withChanges: false)
    }
    return found.measures
  }

  private func add(_ tokens: [Token], _ context: MeasureContext, to found: inout FoundMeasures, withChanges: Bool) {
    let parser = ExpressionParser(tokens: tokens, lexicon: lexicon, context: context)
    let measures = MeasureReader(parser: parser).measures()
    if withChanges {
      let base = found.measures.count
      found.changes += ChangeReader(parser: parser, measures: measures).changes().map { $0.shifted(by: base) }
    }
    found.measures += measures
  }
}
