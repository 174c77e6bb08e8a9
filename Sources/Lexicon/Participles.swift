public import Documents

/// The past tenses and past participles of English verbs.
public struct Participles: Sendable {
  /// What an irregular form is a form of.
  public struct Form: Sendable, Hashable {
    /// The verb in its dictionary form.
    public var verb: String
    /// Whether the form is a past tense; where it is not, a participle only.
    public var isPast: Bool
    /// Whether it is the dictionary form of another verb too, such as "found".
    public var isBase: Bool
  }

  private let irregular: [TextKey: String]
  private let forms: [TextKey: Form]
  /// The verbs whose past tense looks like their dictionary form.
  private let uninflected: Set<TextKey>

  /// The embedded list of irregular verbs, read at first use.
  public static let embedded = Participles(DataFile("irregular-verbs.tsv"))

  init(_ file: DataFile) {
    func plain(_ form: Substring) -> String { String(form.hasSuffix("?") ? form.dropLast() : form) }
    let rows = file.rows.map { (verb: String($0[0]), past: $0[1], participle: $0[2]) }
    irregular = Dictionary(rows.map { (TextKey($0.verb), plain($0.participle)) }) { first, _ in first }
    uninflected = Set(rows.filter { $0.verb == $0.past }.map { TextKey($0.verb) })
    let verbs = Set(rows.map(\.verb))
    var forms: [TextKey: Form] = [:]
    for row in rows {
      for (form, isPast) in [(row.past, true), (row.participle, false)] where plain(form) != row.verb {
        let word = plain(form)
        guard forms[TextKey(word)] == nil else { continue }
        forms[TextKey(word)] = Form(
          verb: row.verb, isPast: isPast, isBase: form.hasSuffix("?") || verbs.contains(word))
      }
    }
    self.forms = forms
  }

  /// Whether a verb's past tense looks like its dictionary form: "cut", "beat".
  public func isUninflected(_ verb: TextKey) -> Bool { uninflected.contains(verb) }

  /// What a word in small letters is an irregular form of; nil where it is none.
  public func form(_ word: TextKey) -> Form? { forms[word] }

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
