internal import Documents

/// All that a text says in measures: figures and dates, changes of them, and places.
public struct FoundMeasures: Sendable, Hashable {
  /// Figures, amounts, dates and periods in the order of the text.
  public var measures: [Measure] = []
  /// Changes in the order of the text; they refer to `measures`.
  public var changes: [Change] = []
  /// Places in the order of the text.
  public var places: [PlaceMention] = []

  /// "Canadian" in "5 Canadian dollars" is no place of its own.
  mutating func dropPlacesInMeasures() {
    var next = 0
    places.removeAll { place in
      while next < measures.count, measures[next].range.end <= place.range.start { next += 1 }
      return next < measures.count && measures[next].range.start < place.range.end
    }
  }

  /// One of them.
  enum Item {
    case measure(Measure)
    case change(Change)
    case place(PlaceMention)

    var range: ByteRange {
      switch self {
      case .measure(let measure): measure.range
      case .change(let change): change.range
      case .place(let place): place.range
      }
    }
  }

  /// All in the order of the text.
  var inOrder: [Item] {
    let items = measures.map(Item.measure) + changes.map(Item.change) + places.map(Item.place)
    return items.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }
}
