import Testing

@testable import LanguageAnalysis

@Suite struct TreeDecoderTests {
  @Test func `Takes the best heads where they form a tree`() {
    var decoder = TreeDecoder()
    decoder.decode([0, -9, 5, 1, 9, 0, -9, 2, 1, 1, 7, -9], count: 3)
    #expect(decoder.heads == [2, 0, 2])
  }

  @Test func `Keeps one root`() {
    var decoder = TreeDecoder()
    decoder.decode([9, -9, 1, 8, 2, -9], count: 2)
    #expect(decoder.heads == [0, 1])
  }

  @Test func `Breaks a cycle where it costs least`() {
    var decoder = TreeDecoder()
    // Tokens 2 and 3 prefer each other; token 3 loses less by hanging below the root.
    decoder.decode([9, -9, 0, 0, 0, 1, -9, 6, 0, 4, 6, -9], count: 3)
    #expect(decoder.heads == [0, 3, 1])
  }
}
