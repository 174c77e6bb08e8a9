public import PolicyModel

/// The document that a fact or actor comes from, as `kb show` names it.
public struct DocumentSummary: Sendable, Hashable {
  /// The path or URI as ingested.
  public var source: String
  /// The title, if known.
  public var title: String?
  /// The day of publication, ISO 8601, if known.
  public var publishedOn: String?
  /// Who published it, if known.
  public var publisher: String?
}

/// One fact with its parties, its sentence in context, and how it was found.
public struct FactDetail: Sendable, Hashable {
  /// One column of the fact.
  public struct Field: Sendable, Hashable {
    /// The column's name, as in the table.
    public var name: String
    /// Its value.
    public var value: Answer.Cell
  }

  /// One party.
  public struct PartyDetail: Sendable, Hashable {
    /// As what: `maker`, `target`, `speaker`, …
    public var role: String
    /// The actor's name, or the text's words for an unnamed one.
    public var name: String
    /// The actor's id; nil for an unnamed party.
    public var actorID: Int?
    /// The words of the text.
    public var surface: String
  }

  /// The table.
  public var table: FactTable
  /// The row.
  public var id: Int
  /// Its columns that are not null, in the table's order, without ids, evidence and parties.
  public var fields: [Field]
  /// Who is involved, in the text's order.
  public var parties: [PartyDetail]
  /// What came of an operation, such as 600 of the unit `boat`.
  public var outcomes: [Answer.Figure]
  /// The words that state it.
  public var evidence: String
  /// The sentence before, its own, and the one after.
  public var context: Context
  /// The probability that a careful reader would record it, 0 to 1.
  public var confidence: Double
  /// What fired.
  public var rule: String
  /// Where it stands.
  public var document: DocumentSummary

  /// A sentence between its neighbours.
  public struct Context: Sendable, Hashable {
    /// The sentence before, if there is one.
    public var before: String?
    /// The sentence of the fact.
    public var sentence: String
    /// The sentence after, if there is one.
    public var after: String?
    /// Where the evidence stands, in code points of the document's text, end exclusive.
    public var evidence: Range<Int>
  }
}

/// One actor across all documents.
public struct ActorDetail: Sendable, Hashable {
  /// A title with the time that the documents give it.
  public struct Office: Sendable, Hashable {
    /// The title.
    public var title: String
    /// The first and last day that a document says so, ISO 8601, if a day is known.
    public var firstSeen: String?
    /// The last such day.
    public var lastSeen: String?
    /// How many documents say so.
    public var documents: Int
  }

  /// A document that names the actor.
  public struct Appearance: Sendable, Hashable {
    /// The document.
    public var document: DocumentSummary
    /// How often it does.
    public var mentions: Int
  }

  /// The row.
  public var id: Int
  /// The canonical name.
  public var name: String
  /// What it is.
  public var kind: String
  /// The country's name, if one is known.
  public var country: String?
  /// Other names, sorted.
  public var aliases: [String]
  /// By first day, then title.
  public var offices: [Office]
  /// By day of publication, then source.
  public var appearances: [Appearance]
  /// How many facts name it, by table and role (`commitments`, `maker`), in the design's order.
  public var involvement: [Involvement]

  /// A number of facts.
  public struct Involvement: Sendable, Hashable {
    /// The table.
    public var table: FactTable
    /// As what.
    public var role: String
    /// How many.
    public var facts: Int
  }
}
