internal import Documents
internal import PolicyModel
internal import SQLite

extension DocumentRows {
  /// The rows of a document and what it states. A fact whose evidence is no span of the text is left out, because no
  /// row may stand without its words.
  init(_ document: Document, _ facts: DocumentFacts) {
    self.init(
      source: document.source, title: document.title, publishedOn: document.published?.date.description,
      text: document.text.string)
    let border = Border(document, facts)
    sentences = facts.sentences.map(border.offsets.codePoints)
    actors = facts.actors.map(border.row)
    self.facts = [
      facts.events.compactMap(border.row), facts.operations.compactMap(border.row),
      facts.commitments.compactMap(border.row), facts.statistics.compactMap(border.row),
      facts.statements.compactMap(border.row),
    ]
  }

  /// Where bytes become code points, and values of the domain become columns.
  private struct Border {
    let document: Document
    let offsets: CodePointOffsets
    let sentenceCount: Int
    let actorCount: Int

    init(_ document: Document, _ facts: DocumentFacts) {
      self.document = document
      offsets = CodePointOffsets(document.text)
      sentenceCount = facts.sentences.count
      actorCount = facts.actors.count
    }

    func row(_ actor: Actor) -> ActorRow {
      ActorRow(
        name: actor.name, identity: actor.identity ?? actor.name, kind: actor.kind.rawValue,
        country: actor.country?.description, aliases: actor.aliases, roles: actor.roles,
        mentions: actor.mentions.compactMap { mention in
          guard !mention.range.isEmpty, document.text.range.contains(mention.range) else { return nil }
          return MentionRow(range: offsets.codePoints(of: mention.range), surface: mention.surface)
        })
    }

    func row(_ event: Event) -> FactRow? {
      var row = row(event.evidence)
      row?.columns =
        [.text(event.kind.description), .text(event.status.rawValue)] + columns(event.period)
        + columns(event.place, event.country)
      row?.parties = event.participants.map { party($0.party, as: $0.role.rawValue) }
      return row
    }

    func row(_ operation: Operation) -> FactRow? {
      var row = row(operation.evidence)
      row?.columns =
        [.text(operation.kind.description), .text(operation.status.rawValue)] + columns(operation.period)
        + columns(operation.place, operation.country)
      row?.parties =
        operation.leads.map { party($0, as: "lead") } + operation.targets.map { party($0, as: "target") }
      row?.outcomes = operation.outcomes.map { OutcomeRow(value: $0.value.doubleValue, unit: $0.unit) }
      return row
    }

    func row(_ commitment: Commitment) -> FactRow? {
      var row = row(commitment.evidence)
      row?.columns = [
        .text(commitment.kind.description), .text(commitment.status.rawValue), .text(commitment.action),
        Value(commitment.amount?.amount.doubleValue), Value(commitment.amount?.currency?.description),
        Value(commitment.quantity?.value.doubleValue), Value(commitment.quantity?.unit),
        Value(commitment.deadline?.description),
      ]
      row?.parties =
        commitment.makers.map { party($0, as: "maker") } + commitment.recipients.map { party($0, as: "recipient") }
      return row
    }

    func row(_ statistic: Statistic) -> FactRow? {
      var row = row(statistic.evidence)
      let figures: [Value] =
        switch statistic.figure {
        case .value(let value): [.real(value.doubleValue), .null, .null]
        case .range(let low, let high): [.null, .real(low.doubleValue), .real(high.doubleValue)]
        }
      row?.columns =
        figures + [
          .text(statistic.comparator.rawValue), Value(statistic.unit), .text(statistic.metric),
          Value(statistic.change?.rawValue),
        ] + columns(statistic.period) + columns(statistic.place, statistic.country)
      row?.parties = statistic.source.map { [party($0, as: "source")] } ?? []
      return row
    }

    func row(_ statement: Statement) -> FactRow? {
      var row = row(statement.evidence)
      row?.columns = [.text(statement.text), .integer(statement.isDirect ? 1 : 0)]
      row?.parties = statement.speaker.map { [party($0, as: "speaker")] } ?? []
      return row
    }

    /// What all facts share, or nil where the evidence is no span of the text or names no sentence.
    private func row(_ evidence: Evidence) -> FactRow? {
      guard !evidence.range.isEmpty, document.text.range.contains(evidence.range),
        0..<sentenceCount ~= evidence.sentence
      else { return nil }
      return FactRow(
        sentence: evidence.sentence, evidence: document.text[evidence.range],
        range: offsets.codePoints(of: evidence.range),
        confidence: evidence.confidence.isNaN ? 0 : min(max(evidence.confidence, 0), 1), rule: evidence.rule,
        columns: [])
    }

    private func party(_ party: Party, as role: String) -> PartyRow {
      PartyRow(
        role: role, actor: party.actor.flatMap { 0..<actorCount ~= $0 ? $0 : nil }, surface: party.surface)
    }

    /// The period's days; none of a period that ends before it starts.
    private func columns(_ period: Period) -> [Value] {
      if let start = period.start, let end = period.end, end < start { return [.null, .null] }
      return [Value(period.start?.description), Value(period.end?.description)]
    }

    private func columns(_ place: PlaceReference?, _ country: CountryCode?) -> [Value] {
      [Value(place?.name), Value((place?.country ?? country)?.description)]
    }
  }
}
