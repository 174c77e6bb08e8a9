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
    /// Whether a verb names it, which gives way to a noun.
    var isVerb = false
    /// Whether something is done to it: "officers deployed".
    var isObject = false
    /// Whether "which" or "what" stands before it.
    var isAsked = false
    /// Whether it is a noun of figures: "deaths", "exports".
    var isFigure = false
  }

  /// A word that names a kind of facts, perhaps of several tables ("legislation").
  struct KindMention {
    var word: String
    var choices: [(subject: TypedQuery.Subject, kind: FactKind)]
    var range: ByteRange
    var isVerb = false
    var isNegated = false
  }

  /// A word that names a state of facts.
  struct StatusMention {
    var status: String
    var range: ByteRange
    var isNegated = false
  }

  /// A name without a preposition.
  struct BareReference {
    var reference: QueryReference
    var isActor: Bool
    /// Whether it stands before the subject, or is the subject of a verb.
    var isLeading: Bool
    var range: ByteRange
    var isNegated = false
    /// Whether a verb follows it.
    var isActing = false
    /// Whether something is done to it: "was Russia sanctioned".
    var isStruck = false
    /// Whether it is the countries of a region: "African countries".
    var areCountries = false
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
  /// Whether "top" was said, so that a list needs an order.
  var asksTop = false
  var asksWho = false
  /// Whether it is asked to whom something was done.
  var asksWhom = false
  /// Whether several parties or periods are to be compared.
  var isComparison = false
  /// The periods as they were said.
  var periods: [Period] = []
  /// Whether the next part is denied, and whether this one is.
  var deniesNext = false
  var isDenied = false
  var unknownWords = 0
  var parts: [QueryReading.Part] = []
  var diagnostics: [Diagnostic] = []

  /// Whether something says what a row is about.
  var hasSubject: Bool { !subjects.isEmpty || !kinds.isEmpty }
  /// Whether something says which facts are meant.
  var hasFacts: Bool { !kinds.isEmpty || subjects.contains { $0.subject != .actors && $0.subject != .documents } }

  /// Whether the facts that are meant are named before other words.
  func hasFacts(before range: ByteRange) -> Bool {
    kinds.contains { $0.range.start < range.start }
      || subjects.contains {
        $0.subject != .actors && $0.subject != .documents && $0.range.start < range.start
      }
  }
}
