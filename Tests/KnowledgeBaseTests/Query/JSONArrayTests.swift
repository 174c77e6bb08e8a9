import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct JSONArrayTests {
  @Test func `Texts, numbers, nulls and inner arrays are read`() {
    #expect(
      JSONArray.read(#"["=",2.5e6,null,"EUR",["a\"b\\","\u0001é"]]"#) == [
        .text("="), .number(2_500_000), .null, .text("EUR"), .array([.text("a\"b\\"), .text("\u{01}é")]),
      ])
  }

  @Test(arguments: 0..<10) func `Any bytes are read to an end`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let alphabet = Array("[]\",\\un0123 e-".utf8)
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
        alphabet.randomElement(using: &generator)
      }
      #expect(JSONArray.read(String(decoding: bytes, as: UTF8.self)).count <= bytes.count)
    }
  }
}
