/// What one place of a fact was selected from, with what the annotation has there.
struct LabelledSelection: Decodable {
  /// A word or a party.
  struct Option: Decodable {
    var isWanted: Bool
    var signs: [String]
  }

  var document: String
  /// "metric", or a place that parties fill.
  var place: String
  var options: [Option]
}
