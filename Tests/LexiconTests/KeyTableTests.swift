import Testing

@testable import Lexicon

/// A table of keys against a dictionary, over keys that share their low bits, their high bits or neither.
struct KeyTableTests {
  @Test(arguments: [UInt64(1), 1 << 12, 1 << 29, 1 << 40, 0x9e37_79b9_7f4a_7c15])
  func holdsWhatWasSetAndNothingElse(stride: UInt64) {
    var table = KeyTable()
    var expected: [UInt64: Int32] = [:]
    for step in 0..<3_000 as Range<UInt64> {
      let key = (step % 2_000) &* stride
      table[key] = Int32(truncatingIfNeeded: step) - 1
      expected[key] = Int32(truncatingIfNeeded: step) - 1
    }
    #expect(table.count == expected.count)
    for step in 0..<6_000 as Range<UInt64> {
      let key = step &* stride
      #expect(table[key] == expected[key])
    }
  }

  @Test func knowsNoKeyWhereItIsEmpty() {
    let table = KeyTable(capacity: 100)
    #expect(table[0] == nil)
    #expect(table[.max] == nil)
    #expect(table.count == 0)
  }
}
