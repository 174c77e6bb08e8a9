import Documents
import KnowledgeBase

/// What reading and analysing one input gave.
enum InputOutcome: Sendable {
  /// A document to be stored, with the time that it took.
  case extracted(ExtractedDocument, StageClock)
  /// The database has this source as it is.
  case unchanged(String)
  /// No document.
  case failed(InputProblem)

  var source: String {
    switch self {
    case .extracted(let document, _): document.document.source
    case .unchanged(let source): source
    case .failed(let problem): problem.source
    }
  }
}

extension IngestionSummary {
  mutating func fail(_ problem: InputProblem) {
    counts.failed += 1
    problems.append(problem)
  }

  /// Counts a document that was analysed, with what was noticed in it.
  mutating func note(_ extracted: ExtractedDocument, _ clock: StageClock) {
    self.clock.add(clock)
    for diagnostic in extracted.diagnostics {
      problems.append(InputProblem(source: extracted.document.source, diagnostic: diagnostic))
    }
  }

  /// Counts an outcome as if it had been stored.
  mutating func rehearse(_ outcome: InputOutcome, isKnown: Bool) {
    switch outcome {
    case .unchanged: counts.unchanged += 1
    case .failed(let problem): fail(problem)
    case .extracted(let extracted, let clock):
      note(extracted, clock)
      if isKnown { counts.changed += 1 } else { counts.new += 1 }
      facts.merge(extracted.facts.counts) { $0 + $1 }
    }
  }
}
