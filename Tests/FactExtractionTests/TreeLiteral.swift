import Documents
import LanguageAnalysis
import Lexicon

@testable import FactExtraction

/// A tree written out, for tests that shall not depend on the analyser.
///
/// A line a token: form, lemma, UPOS, XPOS, head (from 1, 0 for the root), relation, and for a name `B-PER`, `I-PER`
/// and so on; an empty line ends a sentence. Tokens are joined by blanks, but for punctuation and behind `“`.
func tree(_ lines: String) -> Analysis {
  var text = ""
  var rows: [[(cells: [Substring], range: ByteRange)]] = [[]]
  for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
    let cells = line.split(separator: " ")
    guard cells.count >= 6 else {
      if !(rows.last?.isEmpty ?? true) { rows.append([]) }
      continue
    }
    if !text.isEmpty, !text.hasSuffix("“"), cells[2] != "PUNCT", !cells[0].hasPrefix("'") { text += " " }
    let start = text.utf8.count
    text += cells[0]
    rows[rows.count - 1].append((cells, ByteRange(start, text.utf8.count)))
  }
  var analysis = Analysis(text: SourceText(text))
  for sentence in rows where !sentence.isEmpty { append(sentence, to: &analysis) }
  return analysis
}

/// A tree written out, after what is put right before facts are read.
func repairedTree(_ lines: String) -> Analysis { TreeRepair(frames: .embedded).repaired(tree(lines)) }

private func append(_ rows: [(cells: [Substring], range: ByteRange)], to analysis: inout Analysis) {
  let first = analysis.tokens.count
  for (cells, range) in rows {
    let head = Int32(cells[4]) ?? 0
    analysis.tokens.append(
      Token(
        range: range, form: analysis.symbols.intern(cells[0].lowercased()),
        lemma: analysis.symbols.intern(String(cells[1])), head: head == 0 ? -1 : head - 1 + Int32(first),
        relation: DependencyRelation(rawValue: String(cells[5])) ?? .dep,
        upos: UPOS(rawValue: String(cells[2])) ?? .other,
        xpos: XPOS(rawValue: String(cells[3])) ?? .other))
    if cells.count > 6 { appendName(cells[6], at: analysis.tokens.count - 1, to: &analysis) }
  }
  guard let start = rows.first?.range, let end = rows.last?.range else { return }
  analysis.sentences.append(Sentence(range: start.union(end), tokens: first..<analysis.tokens.count))
}

private func appendName(_ tag: Substring, at token: Int, to analysis: inout Analysis) {
  if tag.hasPrefix("I-"), let last = analysis.entities.indices.last {
    analysis.entities[last].tokens = analysis.entities[last].tokens.lowerBound..<token + 1
  } else if let label = EntityMention.Label(rawValue: String(tag.dropFirst(2))) {
    analysis.entities.append(EntityMention(tokens: token..<token + 1, label: label))
  }
}
