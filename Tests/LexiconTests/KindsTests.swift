import PolicyModel
import Testing

@testable import Lexicon

@Suite struct KindsTests {
  @Test(arguments: [
    ("dredging", ["dredging", "dredgings"]), ("river-watch", ["river watch", "river watches"]),
    ("inquiry", ["inquiry", "inquiries"]),
  ])
  func aKindOfOnesOwnIsNamedInSingularAndPlural(kind: String, words: [String]) throws {
    let own = try #require(FactKind(kind))
    let kinds = Kinds.embedded.adding([(.operations, own)])
    #expect(kinds.entries.last?.words == words)
    #expect(kinds.adding([(.operations, own)]).entries.count == kinds.entries.count)
  }
}
