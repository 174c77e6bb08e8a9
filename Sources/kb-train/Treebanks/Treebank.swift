import Documents
import LanguageAnalysis

/// One word of a treebank.
struct TreebankWord {
  var form: String
  var lemma: String
  var upos: UPOS
  var xpos: XPOS
  /// The head's index in the sentence, or -1 for the root.
  var head: Int
  var relation: DependencyRelation
  /// Its bytes in the paragraph's text.
  var range: ByteRange
  /// The tag of the entity recogniser; nil where the sentence has no spans.
  var entity: Int?
}

/// One sentence of a treebank.
struct TreebankSentence {
  var identifier: String
  var words: [TreebankWord]
}

/// A run of sentences with the text that they stand in, which nothing but white space separates from the next.
struct TreebankParagraph {
  var text: SourceText
  var sentences: [TreebankSentence]
  /// The document that it belongs to.
  var document: String
  /// Whether its spans have only persons, organisations and places.
  var hasThreeClasses: Bool
}
