import Documents
import LanguageAnalysis
import Testing

@testable import kb_train

@Suite struct WordListTests {
  private static let spelling = """
    ending\tize\tise
    ending\tization\tisation
    endings\ts ed er
    stem\tlabor\tlabour
    word\tcenter\tcentre
    """

  @Test(
    arguments: [
      ("harmonize", "harmonise"), ("Organization", "Organisation"), ("labor", "labour"), ("laborers", nil),
      ("labored", "laboured"), ("LABOR", "LABOUR"), ("Center", "Centre"), ("prize", nil), ("laboratory", nil),
      ("city", nil),
    ] as [(String, String?)])
  func `Words have the British spelling that the list tells`(_ american: String, _ british: String?) throws {
    #expect(try Spelling(Self.spelling).british(american) == british)
  }

  @Test func `A word list that cannot be read is an error`() {
    #expect(throws: TreebankError.self) { try Spelling("stem\tlabor") }
    #expect(throws: TreebankError.self) { try WordClusters("small\t0101") }
    #expect(throws: TreebankError.self) { try Gazetteer("city") }
    #expect(throws: TreebankError.self) { try PretrainedVectors("city") }
    #expect(throws: TreebankError.self) { try PretrainedVectors("city\tOPQ") }
  }

  @Test func `Vectors of words have the length 1, and a word may be a sign`() throws {
    let zeros = String(repeating: "O", count: PretrainedVectors.width - 2)
    let vectors = try PretrainedVectors("# a comment\n#\tRK\(zeros)\noslo\tOP\(zeros)\n")
    #expect(vectors.keys == [TextKey("#"), TextKey("oslo")])
    let second = PretrainedVectors.width
    #expect(vectors.values[0] == 0.6 && vectors.values[1] == -0.8)
    #expect(vectors.values[second] == 0 && vectors.values[second + 1] == 1)
  }

  @Test func `Words of one class share all beginnings of its path, others those that they have in common`() throws {
    let clusters = try WordClusters(
      """
      small\t01011111\tpaper book
      small\t01010000\ttree
      capital\t01011111\tpaper
      """)
    func classes(_ word: String) -> Set<UInt16> { Set(clusters.classes[TextKey(word)] ?? []) }
    #expect(classes("book").isStrictSubset(of: classes("paper")))
    #expect(classes("tree").intersection(classes("book")).count == 1)
    #expect(classes("stone").isEmpty)
    #expect(clusters.count == Set(clusters.classes.values.joined()).count)
  }

  @Test func `A variant is read as the word that the treebanks have, and never instead of one that they have`() {
    var vocabulary = Vocabulary()
    for word in ["labor", "centre", "center"] { vocabulary.count(TextKey(word)) }
    vocabulary.addVariant(TextKey("labour"), of: TextKey("labor"))
    vocabulary.addVariant(TextKey("centre"), of: TextKey("center"))
    vocabulary.addVariant(TextKey("colour"), of: TextKey("color"))
    vocabulary.addUnseen(TextKey("labour"))
    #expect(vocabulary.rows[TextKey("labour")] == vocabulary.rows[TextKey("labor")])
    #expect(vocabulary.ownRow(TextKey("labour")) == nil)
    #expect(vocabulary.rows[TextKey("centre")] != vocabulary.rows[TextKey("center")])
    #expect(vocabulary.rows[TextKey("colour")] == nil)
  }
}
