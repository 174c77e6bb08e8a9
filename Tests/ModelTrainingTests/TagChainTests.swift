import LanguageAnalysis
import Testing

@testable import kb_train

@Suite struct TagChainTests {
  private let tags = NetworkShape.entities
  private let stride = 16
  private let words = 3

  /// Scores of tags and of tags behind others that differ from place to place.
  private func scores(_ count: Int, seed: UInt64) -> [Float] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in random.unit() * 4 - 2 }
  }

  private func transitions(seed: UInt64) -> Matrix {
    var matrix = Matrix(16, 16)
    matrix.values = scores(256, seed: seed)
    return matrix
  }

  /// The same by looking at every sequence of three tags.
  private func expected(_ scores: [Float], _ transitions: Matrix, allowed: [UInt16]) -> [Float] {
    var sums = [Double](repeating: 0, count: words * tags)
    var total = 0.0
    for sequence in 0..<tags * tags * tags {
      let path = [sequence / tags / tags, sequence / tags % tags, sequence % tags]
      var before = TagChain.start
      var score: Float = 0
      var isLegal = true
      for (word, tag) in path.enumerated() {
        let isAllowed = allowed[word] >> UInt16(tag) & 1 == 1
        isLegal = isLegal && isAllowed && EntityTransitions.isLegal(tag, behind: before)
        score += scores[word * stride + tag] + transitions.values[before * stride + tag]
        before = tag
      }
      guard isLegal else { continue }
      let worth = Double(Loss.exponential(score - 30)) * 1e12
      total += worth
      for (word, tag) in path.enumerated() { sums[word * tags + tag] += worth }
    }
    return sums.map { Float($0 / total) }
  }

  @Test(arguments: [[UInt16.max, .max, .max], [.max, 0b1, .max], [0b10, 0b1_1111_1000_0001, 0b110]])
  func `Marginals are those over all sequences that are legal and allowed`(allowed: [UInt16]) throws {
    let scores = scores(words * stride, seed: 1)
    let transitions = transitions(seed: 2)
    let chain = TagChain(transitions)
    let found = try #require(chain.marginals(scores, 0..<words, stride: stride, allowed: allowed))
    for (found, expected) in zip(found.tags, expected(scores, transitions, allowed: allowed)) {
      #expect(abs(found - expected) < 1e-4)
    }
    for tag in 0..<tags {
      let pairs = (0...tags).reduce(Float(0)) { $0 + found.pairs[$1 * tags + tag] }
      let singles = (0..<words).reduce(Float(0)) { $0 + found.tags[$1 * tags + tag] }
      #expect(abs(pairs - singles) < 1e-4)
    }
  }

  @Test func `Tags that no sequence has have no marginals`() {
    let chain = TagChain(transitions(seed: 3))
    let inside: UInt16 = 0b100
    #expect(chain.marginals(scores(48, seed: 4), 0..<3, stride: stride, allowed: [inside, .max, .max]) == nil)
    #expect(chain.marginals(scores(48, seed: 4), 0..<3, stride: stride, allowed: [.max, 0b1, inside]) == nil)
  }

  @Test func `Training with three classes leaves open what other words are`() {
    var paragraph = Paragraphs.make(["Ann", "met", "Slavs"])
    paragraph.sentences[0].words[0].entity = 1
    paragraph.hasThreeClasses = true
    let example = Example(paragraph, Vocabulary())
    let scores = scores(48, seed: 5)
    let chain = TagChain(transitions(seed: 6))
    guard let found = chain.marginals(scores, 0..<3, stride: stride),
      let wanted = example.wantedEntities(0..<3, scores, stride: stride, chain, found)
    else {
      Issue.record("no marginals")
      return
    }
    #expect(wanted.tags[1] == 1)
    let outside = TagTables.labels.indices.filter { !LabelledSpan.counted.contains(TagTables.labels[$0]) }
    let open = [0] + outside.flatMap { [1 + 2 * $0, 2 + 2 * $0] }
    #expect(abs(open.reduce(Float(0)) { $0 + wanted.tags[2 * tags + $1] } - 1) < 1e-4)
    #expect(open.count(where: { wanted.tags[2 * tags + $0] > 0 }) > 1)
  }
}
