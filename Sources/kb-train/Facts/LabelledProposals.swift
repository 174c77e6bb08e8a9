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
    /// Whether a judge called the row misleading though its figure is right; nil is no.
    var isMisread: Bool?
    /// Whether the document is a legislator's; nil is no.
    var isOfLegislator: Bool?
    /// The probability that its rule claims for itself.
    var prior: Double
    var signs: [String]

    /// Whether the document states what the row says.
    var isStated: Bool { !edges.isEmpty && isMisread != true }
  }

  /// Which facts are paired, and with which proposals.
  struct Pairs {
    var facts: Set<Int> = []
    var byProposal: [Int: Int] = [:]
  }

  var document: String
  var table: String
  /// The facts that must be found; the others may be.
  var required: [Int]
  var proposals: [Proposal]

  /// Whether the document is a legislator's.
  var isOfLegislator: Bool { proposals.first?.isOfLegislator == true }

  /// The facts and the proposals that are paired, one to one, best first, among the proposals that `keeps` admits: as
  /// the scorer does it.
  func pairs(where keeps: (Int) -> Bool) -> Pairs {
    var edges: [(affinity: Double, fact: Int, proposal: Int)] = []
    for (index, proposal) in proposals.enumerated() where keeps(index) {
      edges += proposal.edges.map { ($0.affinity, $0.fact, index) }
    }
    edges.sort { (-$0.affinity, $0.fact, $0.proposal) < (-$1.affinity, $1.fact, $1.proposal) }
    var pairs = Pairs()
    for edge in edges where !pairs.facts.contains(edge.fact) && pairs.byProposal[edge.proposal] == nil {
      pairs.facts.insert(edge.fact)
      pairs.byProposal[edge.proposal] = edge.fact
    }
    return pairs
  }

  /// How right each proposal is when all stand: 1 for what must be found, `optional` for what may be, 0 for what is wrong.
  func rightness(optional: Double) -> [Double] {
    let required = Set(required)
    let facts = pairs { _ in true }
    return proposals.indices.map { index in
      if proposals[index].isMisread == true { return 0 }
      return facts.byProposal[index].map { required.contains($0) ? 1 : optional } ?? 0
    }
  }
}
