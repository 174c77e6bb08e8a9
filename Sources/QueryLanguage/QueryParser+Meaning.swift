internal import Documents
internal import PolicyModel

/// What needs the whole phrase: the subject, and what the other parts mean for it.
extension QueryParser {
  /// Puts the parts together.
  mutating func finish(_ phrase: String) -> QueryReading {
    let subject = resolvedSubject()
    var query: TypedQuery?
    if let subject {
      resolveStatuses(for: subject)
      resolveReferences(for: subject)
      resolveWho(for: subject)
      resolveFigures(for: subject)
      resolveComparison(for: subject)
      resolveOrder(for: subject)
      checkFields(of: subject)
      query = TypedQuery(
        subject, form: draft.form, by: draft.dimensions, filters: draft.filters, order: draft.order, limit: draft.limit)
    }
    let source = SourceText(phrase)
    let parts = draft.parts.sorted { $0.range < $1.range }.map { part in
      QueryReading.Part(words: source[part.range], range: part.range, meaning: part.meaning)
    }
    let isRefused = draft.diagnostics.contains { $0.severity == .error }
    return QueryReading(
      phrase: phrase, query: isRefused ? nil : query, parts: parts,
      diagnostics: draft.diagnostics.sorted { $0.range?.start ?? 0 < $1.range?.start ?? 0 },
      suggestions: isRefused && makesSuggestions ? suggestions(for: query) : [])
  }

  // MARK: The subject

  private mutating func resolvedSubject() -> TypedQuery.Subject? {
    let subjects = mainSubjects()
    let explicit = subjects.first?.subject
    for mention in subjects where mention.subject != explicit {
      refuse(
        "two-subjects", "one question asks for one thing: \(explicit?.rawValue ?? "") or \(mention.subject)",
        mention.range)
    }
    for mention in subjects {
      note(
        mention.range,
        ([mention.subject.rawValue] + (mention.restriction.map { [$0.description] } ?? [])).joined(separator: "; "))
    }
    let restrictions = subjects.filter { $0.subject == explicit }.compactMap(\.restriction)
    if let subject = explicit ?? subjectOfKinds() ?? defaultSubject() {
      draft.filters = merged(restrictions) + kindFilter(for: subject) + draft.filters
      return subject
    }
    if !draft.diagnostics.contains(where: { $0.severity == .error }) {
      draft.diagnostics.append(
        Diagnostic(
          .error, code: "no-subject", "the question does not say what to list", range: range(0..<tokens.count),
          hint: "begin with commitments, events, operations, statistics, statements, actors or documents, or a kind"))
    }
    return nil
  }

  /// The subjects without those that only fill a phrase: verbs beside a noun, people who are arrested, documents that
  /// state a fact. Agencies and ministers beside facts are who acts in them.
  private mutating func mainSubjects() -> [QueryDraft.SubjectMention] {
    var facts = draft.subjects.filter { $0.subject != .documents && $0.subject != .actors }
    // "Emissions cuts pledged": figures have no states, so that what has them is meant.
    if !draft.statuses.isEmpty, facts.allSatisfy(\.isFigure) {
      for mention in facts { mention.restriction.map { draft.filters.append($0) } }
      draft.subjects.removeAll(where: \.isFigure)
      facts = []
    }
    if facts.contains(where: { !$0.isVerb }) || !draft.kinds.isEmpty {
      let choices = draft.kinds.flatMap(\.choices)
      facts.removeAll { mention in
        mention.isVerb && !choices.contains { $0.subject == mention.subject }
      }
    }
    if facts.isEmpty, draft.kinds.isEmpty { return draft.subjects }
    for mention in draft.subjects where mention.subject == .documents || mention.subject == .actors {
      let isRanked = rank(mention)
      if mention.restriction == .actorKinds([.person]) { continue }
      if let reference = Self.group(mention.restriction) {
        let filter = QueryFilter.party(mention.isObject ? .recipient : .agent, [reference])
        draft.asksWho = draft.asksWho || mention.isAsked
        draft.asksWhom = draft.asksWhom || mention.isAsked && mention.isObject
        draft.filters.append(filter)
        note(mention.range, filter.description)
        continue
      }
      if isRanked { continue }
      draft.asksWho = draft.asksWho || mention.subject == .actors
      draft.diagnostics.append(
        Diagnostic(
          .note, code: "unused-subject", "the answer lists facts; “\(mention.word)” does not narrow it down",
          range: mention.range, hint: "“by” and a name does"))
    }
    return facts
  }

  /// "Documents with the most commitments", "ministers by number of statements": the facts, grouped by them.
  private mutating func rank(_ mention: QueryDraft.SubjectMention) -> Bool {
    guard draft.order == TypedQuery.Order(.count, isDescending: true), draft.dimensions.isEmpty,
      !draft.hasFacts(before: mention.range)
    else { return false }
    let dimension: TypedQuery.Dimension = mention.subject == .documents ? .document : .actor
    draft.dimensions = [dimension]
    note(mention.range, "by \(dimension.rawValue)")
    return true
  }

  private static func group(_ restriction: QueryFilter?) -> QueryReference? {
    switch restriction {
    case .actorKinds(let kinds)?: kinds.first.flatMap { $0 == .region ? nil : .kind($0) }
    case .office(let title)?: .office(title)
    default: nil
    }
  }

  mutating func refuse(_ code: String, _ message: String, _ range: ByteRange, hint: String? = nil) {
    draft.diagnostics.append(Diagnostic(.error, code: code, message, range: range, hint: hint))
  }

  /// "ministers and ambassadors" stays two offices; agencies and governments are one list of kinds.
  private func merged(_ restrictions: [QueryFilter]) -> [QueryFilter] {
    var kinds: [Actor.Kind] = []
    var others: [QueryFilter] = []
    for restriction in restrictions {
      if case .actorKinds(let more) = restriction {
        kinds += more.filter { !kinds.contains($0) }
      } else if !others.contains(restriction) {
        others.append(restriction)
      }
    }
    return (kinds.isEmpty ? [] : [.actorKinds(kinds)]) + others
  }

  /// The table that every kind in the phrase belongs to; the first of the data where there are several.
  private mutating func subjectOfKinds() -> TypedQuery.Subject? {
    guard let first = draft.kinds.first else { return nil }
    let shared = first.choices.map(\.subject).filter { subject in
      draft.kinds.allSatisfy { $0.choices.contains { $0.subject == subject } }
    }
    // Of two tables the one whose facts can be in the states that are asked for.
    let fitting = shared.filter { subject in
      draft.statuses.allSatisfy { mention in
        Self.status(mention.status, of: subject).map(Self.statuses(of: subject).contains) ?? false
      }
    }
    let common = fitting.isEmpty ? shared : fitting
    if common.count > 1 {
      draft.diagnostics.append(
        Diagnostic(
          .note, code: "ambiguous-kind", "“\(first.word)” is read as a kind of \(common[0].rawValue)",
          range: first.range,
          hint: "say “\(first.word) \(common[1].rawValue)” for the other"))
    }
    return common.first ?? first.choices[0].subject
  }

  private mutating func kindFilter(for subject: TypedQuery.Subject) -> [QueryFilter] {
    var kinds: [FactKind] = []
    var denied: [FactKind] = []
    for mention in draft.kinds {
      if let choice = mention.choices.first(where: { $0.subject == subject }) {
        if mention.isNegated {
          denied.append(choice.kind)
        } else if !kinds.contains(choice.kind) {
          kinds.append(choice.kind)
        }
        note(mention.range, "\(subject.rawValue); \(mention.isNegated ? "not " : "")kind \(choice.kind)")
      } else {
        let owner = mention.choices[0].subject.rawValue
        refuse(
          "kind-of-another", "“\(mention.word)” is a kind of \(owner), not of \(subject.rawValue)", mention.range,
          hint: "ask for \(owner) and for \(subject.rawValue) apart")
      }
    }
    return (kinds.isEmpty ? [] : [.kinds(kinds)]) + (denied.isEmpty ? [] : [.not(.kinds(denied))])
  }

  /// What is asked where only a way of grouping, a sum or a deadline says so.
  private mutating func defaultSubject() -> TypedQuery.Subject? {
    if draft.form == .total { return .commitments }
    for filter in draft.filters {
      switch filter {
      case .due, .overdue, .has(.deadline, _), .has(.amount, _), .currency: return .commitments
      case .figure(let bound):
        guard case .noun = bound.unit else { return .commitments }
        return .statistics
      default: continue
      }
    }
    let hasWords = draft.filters.contains { if case .words = $0 { true } else { false } }
    if draft.dimensions == [.country], draft.limit == nil, !hasWords {
      draft.dimensions = []
      draft.filters.append(.actorKinds([.country]))
      return .actors
    }
    for dimension in draft.dimensions {
      switch dimension {
      case .maker, .recipient, .currency: return .commitments
      case .lead: return .operations
      case .speaker: return .statements
      default: continue
      }
    }
    if !draft.statuses.isEmpty {
      let subjects: [TypedQuery.Subject] = [.events, .commitments, .operations]
      return subjects.first { subject in
        draft.statuses.allSatisfy { Self.statuses(of: subject).contains($0.status) }
      }
    }
    if hasWords { return textSubject }
    if draft.order?.key == .date, !draft.filters.isEmpty || !draft.references.isEmpty { return .documents }
    if draft.references.contains(where: \.areCountries), draft.dimensions.isEmpty {
      draft.filters.append(.actorKinds([.country]))
      return .actors
    }
    for dimension in draft.dimensions {
      switch dimension {
      case .publisher, .document: return .documents
      case .actor: return .actors
      default: continue
      }
    }
    return !draft.isComparison && draft.references.contains(where: \.isActor) ? .actors : nil
  }

  /// Where only words say what is sought: documents, or what they tell of where documents have no such groups.
  private var textSubject: TypedQuery.Subject {
    draft.dimensions.allSatisfy(TypedQuery.Subject.documents.dimensions.contains) ? .documents : .events
  }

  // MARK: What parts mean for the subject

  /// The states that a table's facts can be in.
  static func statuses(of subject: TypedQuery.Subject) -> [String] {
    switch subject {
    case .events: Event.Status.allCases.map(\.rawValue)
    case .operations: Operation.Status.allCases.map(\.rawValue)
    case .commitments: Commitment.Status.allCases.map(\.rawValue)
    default: []
    }
  }

  private mutating func resolveStatuses(for subject: TypedQuery.Subject) {
    let known = Self.statuses(of: subject)
    var statuses: [String] = []
    var denied: [String] = []
    for mention in draft.statuses {
      let status = Self.status(mention.status, of: subject)
      if let status, known.contains(status) {
        if mention.isNegated { denied.append(status) } else { statuses.append(status) }
        note(mention.range, "\(mention.isNegated ? "not " : "")status \(status)")
      } else {
        let hint =
          known.isEmpty
          ? "only events, operations and commitments have one" : "there are: " + known.joined(separator: ", ")
        refuse("no-such-status", "\(subject.rawValue) have no status “\(mention.status)”", mention.range, hint: hint)
      }
    }
    if !statuses.isEmpty { draft.filters.append(.statuses(statuses)) }
    if !denied.isEmpty { draft.filters.append(.not(.statuses(denied))) }
  }

  /// Words that two tables have different names for.
  private static func status(_ word: String, of subject: TypedQuery.Subject) -> String? {
    switch (subject, word) {
    case (.events, "completed"): "occurred"
    case (.operations, "occurred"): "completed"
    case (.commitments, "ongoing"): "enacted"
    case (.commitments, "planned"): "proposed"
    default: word
    }
  }

  /// Names without a preposition: who acts where somebody stands before commitments, statements or a verb, else where.
  private mutating func resolveReferences(for subject: TypedQuery.Subject) {
    let isActed = draft.references.contains { $0.isActing }
    if draft.references.contains(where: { $0.areCountries && $0.isLeading }), subject != .actors,
      draft.dimensions.count < 2, !draft.dimensions.contains(.country), subject.dimensions.contains(.country)
    {
      draft.dimensions.insert(.country, at: 0)
    }
    for bare in draft.references {
      var filter: QueryFilter
      switch subject {
      case .commitments, .statements:
        filter = .party(bare.isLeading || draft.isComparison || bare.isNegated ? .agent : .involved, [bare.reference])
      case .documents:
        filter = .party(.involved, [bare.reference])
      default:
        filter =
          bare.isActor || (isActed && bare.isLeading)
          ? .party(bare.isLeading ? .agent : .involved, [bare.reference]) : .place([bare.reference])
        if bare.isStruck, subject == .events || subject == .operations { filter = .party(.recipient, [bare.reference]) }
        if case .place = filter, bare.isLeading, subject == .events || subject == .operations {
          sayPlace(bare)
        }
      }
      if bare.isNegated { filter = .not(filter) }
      note(bare.range, filter.description)
      draft.filters = Self.adding(filter, to: draft.filters)
    }
  }

  /// "US sanctions" are taken for those in the United States; that it may be who imposed them is worth a word.
  private mutating func sayPlace(_ bare: QueryDraft.BareReference) {
    draft.diagnostics.append(
      Diagnostic(
        .note, code: "place-or-actor", "“\(bare.reference.name)” is read as where it happened", range: bare.range,
        hint: "“by \(bare.reference.name)” is who did it, “against \(bare.reference.name)” to whom"))
  }

  /// Names side by side ("British and French commitments") are one condition with either of them.
  private static func adding(_ filter: QueryFilter, to filters: [QueryFilter]) -> [QueryFilter] {
    var filters = filters
    switch (filters.last, filter) {
    case (.party(let role, let others)?, .party(let sameRole, let more)) where role == sameRole:
      filters[filters.count - 1] = .party(role, others + more)
    case (.place(let others)?, .place(let more)): filters[filters.count - 1] = .place(others + more)
    default: filters.append(filter)
    }
    return filters
  }

  private mutating func resolveWho(for subject: TypedQuery.Subject) {
    guard draft.asksWho, draft.dimensions.isEmpty, draft.form == .list else { return }
    switch subject {
    case .commitments: draft.dimensions = [draft.asksWhom ? .recipient : .maker]
    case .operations: draft.dimensions = [draft.asksWhom ? .recipient : .lead]
    case .statements: draft.dimensions = [.speaker]
    case .events: draft.dimensions = [.actor]
    default: break
    }
  }

  /// Figures have nobody to whom they are: "exports to China" are figures with its name.
  private mutating func resolveFigures(for subject: TypedQuery.Subject) {
    guard subject == .statistics else { return }
    for (index, filter) in draft.filters.enumerated() {
      switch filter {
      case .party(.recipient, let references): draft.filters[index] = .words(references.map(\.name))
      // "Cases of measles": no source is written so.
      case .party(.involved, let references) where references.count == 1:
        guard case .name(let name) = references[0], name.first?.isLowercase == true else { continue }
        draft.filters[index] = .words(name.split(separator: " ").map(String.init))
      default: continue
      }
    }
    // They are listed and never added up.
    if draft.form != .list, draft.subjects.contains(where: \.isFigure) { draft.form = .list }
  }

  /// What the words for an order mean for these rows.
  private mutating func resolveOrder(for subject: TypedQuery.Subject) {
    // "Who pledged the most money" is not who pledged most often.
    if draft.order?.key == .count, draft.filters.contains(.has(.amount, true)) {
      draft.order = TypedQuery.Order(.amount, isDescending: true)
    }
    if draft.asksTop, draft.order == nil, draft.dimensions.isEmpty, subject.canSort(by: .amount) {
      draft.order = TypedQuery.Order(.amount, isDescending: true)
    }
  }

  /// Refuses what the subject's rows do not have, rather than answer with nothing.
  private mutating func checkFields(of subject: TypedQuery.Subject) {
    for dimension in draft.dimensions where !subject.dimensions.contains(dimension) {
      let others = subject.dimensions.map(\.rawValue).joined(separator: ", ")
      refuse(
        "no-such-group", "\(subject.rawValue) cannot be grouped by \(dimension.rawValue)", range(0..<tokens.count),
        hint: "they can by: \(others)")
    }
    if let order = draft.order, !subject.canSort(by: order.key) {
      refuse(
        "no-such-order", "\(subject.rawValue) have no \(order.key.rawValue) to sort by", range(0..<tokens.count),
        hint: "“latest”, “earliest” and “sorted by date” sort everything")
    }
    for filter in draft.filters where !subject.understands(filter) {
      refuse(
        "no-such-field", "“\(filter)” does not apply to \(subject.rawValue)", range(0..<tokens.count),
        hint: subject == .commitments
          ? nil : "commitments have amounts and deadlines, operations and statistics figures")
    }
  }
}
