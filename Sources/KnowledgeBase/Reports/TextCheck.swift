internal import Documents
internal import PolicyModel

/// Holds the spans of one stored document against its text.
struct TextCheck {
  private let rows: DocumentRows
  private let text: SourceText
  private let offsets: CodePointOffsets

  init(_ rows: DocumentRows) {
    self.rows = rows
    text = SourceText(rows.text)
    offsets = CodePointOffsets(text)
  }

  /// What does not fit, in text order.
  var findings: [CheckFinding] { sentenceFindings + evidenceFindings + mentionFindings }

  private var sentenceFindings: [CheckFinding] {
    var findings: [CheckFinding] = []
    var end = 0
    for sentence in rows.sentences {
      if sentence.lowerBound < end || sentence.upperBound > offsets.count {
        findings.append(finding(.sentences, "a sentence lies outside the text or over another", sentence))
      }
      end = sentence.upperBound
    }
    return findings
  }

  private var evidenceFindings: [CheckFinding] {
    var findings: [CheckFinding] = []
    for (layout, facts) in zip(FactLayout.all, rows.facts) {
      for fact in facts {
        if !reads(fact.range, as: fact.evidence) {
          findings.append(
            finding(.evidence, "the text does not read as the evidence in \(layout.table.rawValue)", fact.range))
        } else if !isSentence(fact.sentence, around: fact.range) {
          findings.append(finding(.evidence, "not in its sentence, in \(layout.table.rawValue)", fact.range))
        }
      }
    }
    return findings
  }

  private var mentionFindings: [CheckFinding] {
    rows.actors.flatMap { actor in
      actor.mentions.compactMap { mention in
        reads(mention.range, as: mention.surface)
          ? nil : finding(.mentions, "the text does not read as the mention of \(actor.name)", mention.range)
      }
    }
  }

  /// Whether the text has exactly these bytes there. Strings compare as equal where only their normal form is.
  private func reads(_ range: Range<Int>, as words: String) -> Bool {
    guard let found = offsets.text(from: range.lowerBound, to: range.upperBound, of: text) else { return false }
    return found.utf8.elementsEqual(words.utf8)
  }

  private func isSentence(_ index: Int, around range: Range<Int>) -> Bool {
    rows.sentences.indices.contains(index) && rows.sentences[index].contains(range.lowerBound)
  }

  private func finding(_ check: CheckFinding.Check, _ problem: String, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      check: check, message: "\(rows.source), code points \(range.lowerBound) to \(range.upperBound): \(problem)")
  }
}
