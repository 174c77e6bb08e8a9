/// The proposals of one document for one table, with the annotated facts that they agree with.
struct LabelledProposals: Decodable {
  /// An annotated fact, by its place in the document, and how well a proposal agrees with it.
  struct Edge: Decodable {
    var fact: Int
    var affinity: Double

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      fact = try pair.decode(Int.self)
      affinity = try pair.decode(Double.self)
    }
  }

  /// One proposal.
  struct Proposal: Decodable {
    var edges: [Edge]
    /// The probability that its rule claims for itself.
    var prior: Double
    var signs: [String]
  }

  var document: String
  var table: String
  /// The facts that must be found; the others may be.
  var required: [Int]
  var proposals: [Proposal]

  /// The facts and the proposals that are paired, one to one, best first, among the proposals that `keeps` admits: as
  /// the scorer does it.
  func pairs(where keeps: (Int) -> Bool) -> (facts: Set<Int>, proposals: Set<Int>) {
    var edges: [(affinity: Double, fact: Int, proposal: Int)] = []
    for (index, proposal) in proposals.enumerated() where keeps(index) {
      edges += proposal.edges.map { ($0.affinity, $0.fact, index) }
    }
    edges.sort { (-$0.affinity, $0.fact, $0.proposal) < (-$1.affinity, $1.fact, $1.proposal) }
    var facts: Set<Int> = []
    var paired: Set<Int> = []
    for edge in edges where !facts.contains(edge.fact) && !paired.contains(edge.proposal) {
      facts.insert(edge.fact)
      paired.insert(edge.proposal)
    }
    return (facts, paired)
  }

  /// Whether each proposal is right when all stand.
  var labels: [Bool] {
    let paired = pairs { _ in true }.proposals
    return proposals.indices.map(paired.contains)
  }
}
