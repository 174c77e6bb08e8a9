/// The probability from which a proposal of a table is recorded.
struct Thresholds {
  /// That of most documents.
  var general: Double
  /// That of documents of legislators, no lower.
  var ofLegislators: Double

  /// The same for all documents.
  init(_ general: Double) {
    self.general = general
    ofLegislators = general
  }

  /// The threshold of a document.
  func threshold(of document: LabelledProposals) -> Double {
    document.isOfLegislator ? ofLegislators : general
  }
}
