import Documents
import FactExtraction
import PolicyModel

/// The reasons of a document's proposals as JSON Lines, with the offsets of `kb export`.
struct ReasonLines: Sequence, IteratorProtocol {
  private var reasons: ArraySlice<FactProposals.Reason>
  private let source: String
  private let offsets: CodePointOffsets

  init(_ proposals: FactProposals, of document: Document) {
    reasons = proposals.reasons[...]
    source = document.source
    offsets = CodePointOffsets(document.text)
  }

  mutating func next() -> String? {
    guard let reason = reasons.popFirst() else { return nil }
    var json = JSONWriter()
    json.beginObject()
    json.member("table", "reasons")
    json.member("document", source)
    json.member("of", reason.table.rawValue)
    let range = offsets.codePoints(of: reason.evidence.range)
    json.member("evidence_start", range.lowerBound)
    json.member("evidence_end", range.upperBound)
    json.member("confidence", reason.evidence.confidence)
    json.member("accepted", reason.isAccepted)
    json.member("legislator", reason.isOfLegislator)
    json.member("rule", reason.evidence.rule)
    json.member("prior", reason.prior)
    json.member("signs", reason.signs)
    for selection in reason.selections {
      json.member("\(selection.place)_options", selection.options.map(\.name))
      json.member("\(selection.place)_signs", selection.options.map { $0.signs.joined(separator: " ") })
    }
    json.endObject()
    return json.text
  }
}
