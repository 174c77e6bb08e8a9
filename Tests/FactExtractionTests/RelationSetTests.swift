import LanguageAnalysis
import Testing

@testable import FactExtraction

/// Every relation has a bit of its own, as the set needs it.
@Suite struct RelationSetTests {
  @Test func relationsFitOneWord() {
    #expect(MemoryLayout<DependencyRelation>.size == 1)
    #expect(DependencyRelation.allCases.count <= UInt64.bitWidth)
  }

  @Test(arguments: DependencyRelation.allCases)
  func aSetOfOneHoldsThatOneAlone(_ relation: DependencyRelation) {
    let set = RelationSet([relation])
    #expect(DependencyRelation.allCases.filter(set.contains) == [relation])
  }
}
