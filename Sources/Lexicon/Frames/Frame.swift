public import Documents
public import PolicyModel

/// One way in which words evoke a kind of fact: the words, where the roles stand around them, and what must hold.
public struct Frame: Sendable {
  /// A place in the clause around the evoking word.
  public enum Slot: Sendable, Hashable {
    /// The one who acts: subject of an active clause, `by` phrase of a passive, possessor or `by` phrase of a noun.
    case subject
    /// The one acted upon: object of an active clause, subject of a passive, `of` phrase of a noun.
    case object
    /// The clause that the word governs: infinitive, gerund or `that` clause.
    case complement
    /// A named or classed modifier in front of a noun ("a UN summit").
    case compound
    /// The phrase of the evoking word itself.
    case phrase
    /// The possessor of the object ("the network's leaders").
    case owner
    /// The phrase that the preposition introduces, by the preposition's key.
    case preposition(TextKey)
  }

  /// What a party does in the fact.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case agent, target, participant, lead, maker, recipient, action
  }

  /// How an evoking word stands in the sentence.
  public enum Trigger: String, Sendable, Hashable, CaseIterable { case verb, noun, adjective, modal }

  /// A demand on the words that fill a place.
  public struct Condition: Sendable, Hashable {
    /// The place.
    public var slot: Slot
    /// The classes of which one must hold, as a set of ``WordClasses``.
    public var classes: WordClasses.Members
  }

  /// An evoking word with the further words that must stand below it in the tree ("take" with "into", "custody").
  public struct Evoker: Sendable, Hashable {
    /// The further words' keys; empty for a single word.
    public var others: [TextKey]
    /// How the word stands.
    public var trigger: Trigger
  }

  /// Its name, unique in its table.
  public var id: String
  /// The table that it fills.
  public var table: FactTable
  /// The kind that it gives; nil for a commitment whose kind follows from the promised act.
  public var kind: FactKind?
  /// Where each role stands, the first filled place first.
  public var roles: [(role: Role, slots: [Slot])]
  /// What must hold.
  public var needs: [Condition]
  /// What must not hold.
  public var bars: [Condition]
  /// The tenses that a verb must stand in, by the names of ``tenseNames``; empty for any.
  public var tenses: Set<String> = []
  /// A status that the words themselves give ("cancel": cancelled).
  public var status: String?
  /// The verbs that may carry the noun ("hold" for "talks"), as a class.
  public var support: WordClasses.Members
  /// The unit of a figure on the evoking noun itself: `person` for "40 arrests"; nil for the noun's own.
  public var counted: String?
  /// The probability that a match without further signs is right, 0 to 1.
  public var confidence: Double

  /// What a verb's form says about time and truth.
  public static let tenseNames = [
    "past", "perfect", "present", "progressive", "pastProgressive", "future", "conditional", "modal", "infinitive",
    "participle", "bare",
  ]

  /// The rule's name as facts record it, without the construction: `operations/arrest`.
  public var rule: String { "\(table.rawValue)/\(id)" }
}
