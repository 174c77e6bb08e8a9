public import Documents
internal import Lexicon
internal import PolicyModel

/// Writes measures as JSON: an object a text, with its finds in the types and fields that the specs of recognisers of
/// figures and dates share. Offsets count code points, ends are exclusive, ends of date ranges too.
public struct MeasureJSONWriter: Sendable {
  private let lexicon: MeasureLexicon

  /// Makes a writer.
  public init() {
    lexicon = .embedded
  }

  /// One object on one line: `id`, and `found` with `start`, `end`, `text`, `type` and the fields of the type, in the
  /// order of the text.
  public func write(_ found: FoundMeasures, of text: SourceText, id: String) -> String {
    let offsets = CodePointOffsets(text)
    var json = JSONWriter()
    json.beginObject()
    json.member("id", id)
    json.key("found")
    json.beginArray()
    for item in found.inOrder {
      let span = offsets.codePoints(of: item.range)
      json.beginObject()
      json.member("start", span.lowerBound)
      json.member("end", span.upperBound)
      json.member("text", text[item.range])
      switch item {
      case .measure(let measure):
        write(measure, to: &json)
        writeSurroundings(of: measure, in: text, to: &json)
      case .place(let place): write(place, to: &json)
      case .change(let change): write(change, of: found.measures, to: &json)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text
  }

  private func write(_ place: PlaceMention, to json: inout JSONWriter) {
    json.member("type", "place")
    json.member("kind", place.kind.rawValue)
    json.member("name", place.name)
    json.member("country", place.country?.description)
    if place.form != .name { json.member("form", place.form.rawValue) }
    if !place.members.isEmpty { json.member("members", place.members.map(\.description)) }
    json.member("basis", place.basis.rawValue)
  }

  private func write(_ change: Change, of measures: [Measure], to json: inout JSONWriter) {
    json.member("type", "change")
    if let direction = change.direction { json.member("direction", direction.rawValue) }
    for (name, index) in [("by", change.amount), ("from", change.from), ("to", change.to), ("period", change.period)] {
      guard let index else { continue }
      json.key(name)
      json.beginObject()
      write(measures[index], to: &json)
      json.endObject()
    }
    if let factor = change.factor { json.member("factor", factor.description) }
    if let extreme = change.extreme { json.member("extreme", extreme.rawValue) }
  }

  private func write(_ measure: Measure, to json: inout JSONWriter) {
    switch measure.value {
    case .number(let amount): writeNumber(amount, measure.comparator, to: &json)
    case .ordinal(let rank):
      json.member("type", "ordinal")
      json.member("value", rank.description)
    case .percent(let amount, let unit):
      write("percent", amount, to: &json)
      json.member("unit", unit.rawValue)
    case .money(let amount, let currency):
      write("currency", amount, to: &json)
      json.member("currency", currency?.description)
      json.member("currency_basis", measure.currencyBasis?.name)
    case .quantity(let amount, let unit):
      let known = lexicon.units[unit]
      write(known?.dimension == "temperature" ? "temperature" : "dimension", amount, to: &json)
      json.member("unit", unit)
      if let code = known?.ucum { json.member("ucum", code) }
    case .age(let amount, let unit):
      write("age", amount, to: &json)
      json.member("unit", unit.rawValue)
    case .date(let date): write(date, to: &json)
    case .duration(let duration):
      json.member("type", "duration")
      json.member("value", duration)
    }
  }

  /// A bounded number is a range with an open end.
  private func writeNumber(_ amount: Amount, _ comparator: Comparator, to json: inout JSONWriter) {
    switch (amount, comparator) {
    case (.exact(let value), .greater), (.exact(let value), .greaterOrEqual):
      write("number_range", .range(low: value, high: nil), to: &json)
    case (.exact(let value), .less), (.exact(let value), .lessOrEqual):
      write("number_range", .range(low: nil, high: value), to: &json)
    case (.exact, _): write("number", amount, to: &json)
    case (.range, _): write("number_range", amount, to: &json)
    }
  }

  private func write(_ type: String, _ amount: Amount, to json: inout JSONWriter) {
    json.member("type", type)
    switch amount {
    case .exact(let value): json.member("value", value.description)
    case .range(let low, let high):
      json.member("from", low?.description)
      json.member("to", high?.description)
    }
  }

  private func write(_ date: ResolvedDate, to json: inout JSONWriter) {
    let isDay = date.precision == .day && date.first == date.last
    json.member("type", isDay ? "date" : "date_range")
    json.member("from", date.first?.description)
    json.member("to", date.last?.adding(days: 1)?.description)
    json.member("precision", date.precision.rawValue)
    if let clue = date.clue { json.member("resolved_by", clue.name) }
    if let other = date.alternative { json.member("alternative", other.description) }
    switch date.basis {
    case .absolute: json.member("basis", "absolute")
    case .relative: json.member("basis", "relative")
    case .unresolved: json.member("unresolved", "the document's date is not known")
    }
  }

  private func writeSurroundings(of measure: Measure, in text: SourceText, to json: inout JSONWriter) {
    if measure.comparator != .equal { json.member("comparator", measure.comparator.rawValue) }
    if let words = measure.comparatorRange { json.member("comparator_text", text[words]) }
    if let rate = measure.rateRange { json.member("rate", text[rate]) }
    if let anchor = measure.anchorRange { json.member("anchor", text[anchor]) }
  }
}

extension DateClue {
  fileprivate var name: String {
    switch self {
    case .tense: "tense"
    case .nearest: "nearest"
    case .country: "document's country"
    case .usual: "usual meaning"
    }
  }
}

extension CurrencyBasis {
  fileprivate var name: String {
    switch self {
    case .stated: "stated"
    case .country: "document's country"
    case .usual: "usual meaning"
    case .open: "open"
    }
  }
}
