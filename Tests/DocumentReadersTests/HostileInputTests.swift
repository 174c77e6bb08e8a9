import DocumentReaders
import Documents
import Testing

@Suite struct HostileInputTests {
  /// A linear congruential generator (Knuth's MMIX constants): the same bytes in every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let fragments = [
    "# ", "---\n", "> ", "| a | b |\n", "- ", "(a) ", "**", "*", "\n", "\n\n", "\r", "     ", "2024-03-31", "date ",
    "May 3, 2024", "WASHINGTON, ", " – ", "--", "###", "-30-", "title: [", "```", "é", "“", "\u{FEFF}", "\u{1B}[0m",
    "By Ann ",
    "word ", "A Title Here", ".", "\t", "Contact: ", "|", "\0", "1. ", "😀", "\u{A0}",
  ]

  private func expectWhole(_ document: Document) {
    var end = 0
    for block in document.blocks {
      #expect(block.range.start >= end && block.range.end <= document.text.utf8Count && !block.range.isEmpty)
      #expect(document.text.trimmed(block.range) == block.range)
      end = block.range.end
    }
    #expect(!document.text.string.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test("any mixture of marks gives blocks that are whole, in order and apart", arguments: 0..<8)
  func mixtures(seed: Int) {
    var generator = Generator(state: UInt64(seed) + 1)
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in
        Self.fragments.randomElement(using: &generator)
      }.joined()
      for source in ["a.txt", "a.md"] {
        if let document = try? read(text, named: source) { expectWhole(document) }
      }
    }
  }

  @Test("any bytes give a document or an error", arguments: 0..<4)
  func bytes(seed: Int) {
    var generator = Generator(state: UInt64(seed) + 77)
    for _ in 0..<150 {
      let low = UInt8.random(in: 0...32, using: &generator)
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: low...255, using: &generator)
      }
      if let document = try? DocumentReader().read(bytes: bytes, source: "a") { expectWhole(document) }
    }
  }

  @Test(
    "long runs of one mark take time in proportion",
    arguments: ["#", "|", ">", "-", "*", "_", "[", "> a\n", "#\n", "- ", "**", "May 3, 2024 ", "a\tb\n", "\u{1B}["])
  func linear(unit: String) throws {
    func seconds(_ size: Int) throws -> Duration {
      let text = String(repeating: unit, count: size / unit.utf8.count)
      return try ContinuousClock().measure { for name in ["a.txt", "a.md"] { _ = try read(text, named: name) } }
    }
    let small = try min(seconds(20_000), seconds(20_000))
    #expect(try seconds(160_000) < small * 40 + .milliseconds(100))
  }
}
