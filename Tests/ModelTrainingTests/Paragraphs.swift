import Documents
import LanguageAnalysis

@testable import kb_train

/// Small paragraphs for the tests.
enum Paragraphs {
  /// One sentence whose words all hang below the first, after a blank each.
  static func make(_ forms: [String], upos: UPOS = .noun) -> TreebankParagraph {
    var text = ""
    var words: [TreebankWord] = []
    for form in forms {
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += form
      words.append(
        TreebankWord(
          form: form, lemma: form, upos: upos, xpos: .nn, head: words.isEmpty ? -1 : 0,
          relation: words.isEmpty ? .root : .dep, range: ByteRange(start, text.utf8.count), entity: 0))
    }
    return TreebankParagraph(
      text: SourceText(text), sentences: [TreebankSentence(identifier: "1", words: words)], document: "",
      hasThreeClasses: false)
  }

  /// The words of a paragraph as its text has them.
  static func words(_ paragraph: TreebankParagraph) -> [String] {
    paragraph.sentences.flatMap(\.words).map { String(paragraph.text[$0.range]) }
  }
}
