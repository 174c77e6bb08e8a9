/// The words around one figure, with whether the annotated metric has them.
struct LabelledMetric: Decodable {
  struct Word: Decodable {
    var isWanted: Bool
    var signs: [String]
  }

  var document: String
  var words: [Word]
}
