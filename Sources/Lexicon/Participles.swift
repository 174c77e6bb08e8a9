public import Documents

/// The past participles of English verbs.
public struct Participles: Sendable {
  private let irregular: [TextKey: String]

  /// The embedded list of irregular verbs, read at first use.
  public static let embedded = Participles(DataFile("irregular-verbs.tsv"))

  init(_ file: DataFile) {
    irregular = Dictionary(file.rows.map { (TextKey(String($0[0])), String($0[1])) }) { first, _ in first }
  }

  /// The participle of a verb in small letters: "lost" for "lose", "seized" for "seize".
  public func participle(of verb: String) -> String {
    if let participle = irregular[TextKey(verb)] { return participle }
    let regular = VerbForms.forms(of: verb).filter { $0.hasSuffix("ed") }
    // A final consonant doubles in verbs of one syllable: "stopped", but "visited".
    return (Self.syllables(of: verb) == 1 ? regular.last : regular.first) ?? verb + "ed"
  }

  /// The groups of vowels in a word.
  private static func syllables(of word: String) -> Int {
    var groups = 0
    var isInside = false
    for letter in word.utf8 {
      let isVowel = "aeiouy".utf8.contains(letter)
      if isVowel, !isInside { groups += 1 }
      isInside = isVowel
    }
    return groups
  }

  /// Whether the verb is irregular, so that its past tense may differ from its participle.
  public func isIrregular(_ verb: TextKey) -> Bool { irregular[verb] != nil }
}
