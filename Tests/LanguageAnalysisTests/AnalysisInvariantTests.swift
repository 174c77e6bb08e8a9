import Documents
import TestSupport
import Testing

@testable import LanguageAnalysis

@Suite struct AnalysisInvariantTests {
  /// What every analysis must hold to; returns the first breach in words, or nil.
  static func breach(in analysis: Analysis) -> String? {
    var end = 0
    var covered = 0
    for token in analysis.tokens {
      if token.range.isEmpty || token.range.start < end { return "token \(token.range) is empty or overlaps" }
      end = token.range.end
      covered += token.range.count
    }
    var next = 0
    for sentence in analysis.sentences {
      if sentence.tokens.lowerBound != next || sentence.tokens.isEmpty { return "sentences leave tokens out" }
      next = sentence.tokens.upperBound
      let tokens = analysis.tokens[sentence.tokens]
      if tokens.count(where: { $0.head < 0 }) != 1 { return "a sentence has no single root" }
      for index in sentence.tokens {
        var place = index
        var steps = 0
        while analysis.tokens[place].head >= 0, steps <= sentence.tokens.count {
          place = Int(analysis.tokens[place].head)
          if !sentence.tokens.contains(place) { return "a head lies outside its sentence" }
          steps += 1
        }
        if steps > sentence.tokens.count { return "heads form a cycle" }
      }
    }
    if next != analysis.tokens.count { return "tokens belong to no sentence" }
    var last = 0
    for entity in analysis.entities {
      if entity.tokens.isEmpty || entity.tokens.lowerBound < last { return "entities overlap" }
      last = entity.tokens.upperBound
      if !analysis.sentences.contains(where: {
        $0.tokens.contains(entity.tokens.lowerBound) && last <= $0.tokens.upperBound
      }) {
        return "an entity crosses a sentence"
      }
    }
    return analysis.text.withBytes { bytes in gapBreach(analysis, bytes) }
  }

  private static func gapBreach(_ analysis: Analysis, _ bytes: Span<UInt8>) -> String? {
    var covered = [Bool](repeating: false, count: bytes.count)
    for token in analysis.tokens {
      for index in token.range.start..<token.range.end { covered[index] = true }
    }
    var index = 0
    while index < bytes.count {
      if covered[index] {
        index += 1
      } else if let width = TextBytes.blankWidth(bytes, at: index) {
        index += width
      } else {
        return "byte \(index) is in no token"
      }
    }
    return nil
  }

  @Test(arguments: 0..<60)
  func `The invariants hold for random text`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "the ", "U.S. ", "don't", "’s ", "-", "--", "…", ".", "!?", "\n", "\t", "\u{A0}", "é", "漢字", "🎉", "@", "://",
      "www.",
      "$5", "1,000", "'", "\"", "(", ")", " ", "A", "B.", "co-", "#x", "+1", "\u{0}", "\u{200B}", "non-", "n't ", "I'm",
      "%",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...200, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    let analysis = LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
    #expect(Self.breach(in: analysis) == nil, "\(text.debugDescription)")
  }

  @Test(arguments: 0..<40)
  func `The invariants hold for random bytes`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    let analysis = LanguageAnalyzer().analyze(
      Document(source: "", text: SourceText(String(decoding: bytes, as: UTF8.self))))
    #expect(Self.breach(in: analysis) == nil)
  }

  @Test func `The invariants hold for one sentence without end`() {
    let text = String(repeating: "boats ", count: 3_000)
    let analysis = LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
    #expect(analysis.tokens.count == 3_000)
    #expect(Self.breach(in: analysis) == nil)
  }

  @Test func `The invariants hold for one long word`() {
    let text = String(repeating: "x", count: 200_000)
    let analysis = LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
    #expect(analysis.tokens.count == 1)
  }

  @Test(arguments: ["", " \n\t ", "."])
  func `The invariants hold for next to nothing`(text: String) {
    let analysis = LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
    #expect(Self.breach(in: analysis) == nil)
  }

  @Test func `Blocks bound sentences and furniture is skipped`() {
    let text = SourceText("Contact: press\nBoats for rivers\nThe fleet grows")
    let document = Document(
      source: "", text: text,
      blocks: [
        Block(kind: .furniture, range: ByteRange(0, 14)),
        Block(kind: .heading(level: 1), range: ByteRange(15, 31)),
        Block(kind: .paragraph, range: ByteRange(32, 47)),
      ])
    let analysis = LanguageAnalyzer().analyze(document)
    #expect(analysis.sentences.map { text[$0.range] } == ["Boats for rivers", "The fleet grows"])
  }
}
