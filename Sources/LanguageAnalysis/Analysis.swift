public import Documents

/// What the analyser sees in one document: sentences, tokens with tags, lemmas and heads, and named entities.
///
/// Sentences follow each other without overlap, each owns a run of `tokens`, and tokens and the gaps between them give
/// back the text byte for byte. Nothing outside the document's non-furniture blocks is analysed.
public struct Analysis: Sendable {
  /// The text that all ranges refer to.
  public let text: SourceText
  /// The syntactic words in text order. The two words of a contraction ("do", "n't") are two tokens without a gap.
  public var tokens: [Token]
  /// The sentences in text order.
  public var sentences: [Sentence]
  /// The named entities in text order, which do not overlap.
  public var entities: [EntityMention]
  /// The strings behind the symbols of the tokens.
  public var symbols: SymbolTable

  /// Makes an analysis.
  public init(
    text: SourceText, tokens: [Token] = [], sentences: [Sentence] = [], entities: [EntityMention] = [],
    symbols: SymbolTable = SymbolTable()
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.entities = entities
    self.symbols = symbols
  }
}

/// One syntactic word.
public struct Token: Sendable, Hashable {
  /// Its bytes in the text, never empty.
  public var range: ByteRange
  /// Its lower-cased form.
  public var form: Symbol
  /// Its lemma, in small letters but for proper nouns.
  public var lemma: Symbol
  /// Its head's index in `Analysis.tokens`, or -1 for the root of its sentence.
  public var head: Int32
  /// Its relation to the head.
  public var relation: DependencyRelation
  /// Its universal part of speech.
  public var upos: UPOS
  /// Its Penn Treebank tag.
  public var xpos: XPOS

  /// Makes a token.
  public init(
    range: ByteRange, form: Symbol, lemma: Symbol, head: Int32 = -1, relation: DependencyRelation = .dep,
    upos: UPOS = .other, xpos: XPOS = .other
  ) {
    self.range = range
    self.form = form
    self.lemma = lemma
    self.head = head
    self.relation = relation
    self.upos = upos
    self.xpos = xpos
  }
}

/// One sentence: its bytes and its tokens.
public struct Sentence: Sendable, Hashable {
  /// From the first token's first byte to the last token's last.
  public var range: ByteRange
  /// The indices of its tokens in `Analysis.tokens`, never empty.
  public var tokens: Range<Int>

  /// Makes a sentence.
  public init(range: ByteRange, tokens: Range<Int>) {
    self.range = range
    self.tokens = tokens
  }
}

/// A named entity: a run of tokens with one label.
public struct EntityMention: Sendable, Hashable {
  /// The labels of the training data.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    case location = "LOC"
    case event = "EVENT"
    case nationality = "NORP"
    case miscellaneous = "MISC"
  }

  /// The indices of its tokens in `Analysis.tokens`, all of one sentence, never empty.
  public var tokens: Range<Int>
  /// What it names.
  public var label: Label

  /// Makes an entity.
  public init(tokens: Range<Int>, label: Label) {
    self.tokens = tokens
    self.label = label
  }
}
