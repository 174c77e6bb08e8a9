internal import PolicyModel
internal import SQLite

/// One document as rows, with positions in code points: between the program's values and the database or the export.
///
/// Storing, reading back and exporting all go through it, so that `kb extract` and `kb export` print the same.
struct DocumentRows: Sendable {
  /// One actor of the document.
  struct ActorRow: Sendable {
    /// What the document calls it.
    var name: String
    /// What all documents' mentions of it share, and what its row is called.
    var identity: String
    var kind: String
    var country: String?
    var aliases: [String]
    var roles: [String]
    var mentions: [MentionRow]
  }

  /// One mention of an actor.
  struct MentionRow: Sendable {
    var range: Range<Int>
    var surface: String
  }

  /// One party of a fact.
  struct PartyRow: Sendable {
    var role: String
    /// The place in `actors`, or nil for an unnamed party.
    var actor: Int?
    var surface: String
  }

  /// One counted result.
  struct OutcomeRow: Sendable {
    var value: Double
    var unit: String
  }

  /// One fact of any table; `columns` are those of its ``FactLayout``.
  struct FactRow: Sendable {
    var sentence: Int
    var evidence: String
    var range: Range<Int>
    var confidence: Double
    var rule: String
    var columns: [Value]
    var parties: [PartyRow] = []
    var outcomes: [OutcomeRow] = []
  }

  var source: String
  var title: String?
  var publishedOn: String?
  var text: String
  var sentences: [Range<Int>] = []
  var actors: [ActorRow] = []
  /// In the order of `FactLayout.all`.
  var facts: [[FactRow]] = []
}
