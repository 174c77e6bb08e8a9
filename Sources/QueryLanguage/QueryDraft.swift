internal import Documents
internal import PolicyModel

/// What the parser has gathered before it knows the subject of the question.
struct QueryDraft {
  /// A word that names a subject, perhaps with a restriction ("ministers").
  struct SubjectMention {
    var word: String
    var subject: TypedQuery.Subject
    var restriction: QueryFilter?
    var range: ByteRange
  }

  /// A word that names a kind of facts, perhaps of several tables ("legislation").
  struct KindMention {
    var word: String
    var choices: [(subject: TypedQuery.Subject, kind: FactKind)]
    var range: ByteRange
  }

  /// A word that names a state of facts.
  struct StatusMention {
    var status: String
    var range: ByteRange
  }

  /// A name without a preposition.
  struct BareReference {
    var reference: QueryReference
    var isActor: Bool
    /// Whether it stands before the subject, or is the subject of a verb.
    var isLeading: Bool
    var range: ByteRange
  }

  var subjects: [SubjectMention] = []
  var kinds: [KindMention] = []
  var statuses: [StatusMention] = []
  var references: [BareReference] = []
  var dimensions: [TypedQuery.Dimension] = []
  var filters: [QueryFilter] = []
  var order: TypedQuery.Order?
  var limit: Int?
  var form = TypedQuery.Form.list
  var asksWho = false
  /// Whether it is asked to whom something was done.
  var asksWhom = false
  var unknownWords = 0
  var parts: [QueryReading.Part] = []
  var diagnostics: [Diagnostic] = []

  /// Whether something says what a row is about.
  var hasSubject: Bool { !subjects.isEmpty || !kinds.isEmpty }
}
