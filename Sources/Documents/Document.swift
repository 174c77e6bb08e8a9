/// One document as read: its stored text, what is known about it, and how it is laid out.
public struct Document: Sendable {
  /// The path or URI as ingested; unique in a knowledge base.
  public var source: String
  /// The stored text that every offset refers to.
  public var text: SourceText
  /// The title, if one is known.
  public var title: String?
  /// Where the title stands in the text; nil where it came from metadata only.
  public var titleRange: ByteRange?
  /// The day of publication and how it is known.
  public var published: PublicationDate?
  /// Who published it, as the metadata or the command line names it.
  public var publisher: String?
  /// The language as a BCP 47 tag; `en` where nothing else is known.
  public var language: String
  /// The media type (RFC 6838), such as `text/plain` or `text/markdown`.
  public var mediaType: String
  /// The SHA-256 of the file's bytes, 64 hexadecimal digits in small letters.
  public var sha256: String
  /// The layout: non-empty blocks in text order that do not overlap. White space between them belongs to none.
  public var blocks: [Block]
  /// What was noticed while reading.
  public var diagnostics: [Diagnostic]

  /// Makes a document.
  public init(
    source: String, text: SourceText, title: String? = nil, titleRange: ByteRange? = nil,
    published: PublicationDate? = nil, publisher: String? = nil, language: String = "en",
    mediaType: String = "text/plain", sha256: String = "", blocks: [Block]? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.text = text
    self.title = title
    self.titleRange = titleRange
    self.published = published
    self.publisher = publisher
    self.language = language
    self.mediaType = mediaType
    self.sha256 = sha256
    self.blocks = blocks ?? [Block(kind: .paragraph, range: text.range)]
    self.diagnostics = diagnostics
  }
}

/// A day of publication with its source.
public struct PublicationDate: Sendable, Hashable {
  /// How a publication date is known, in order of trust after `given`.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// `--date` on the command line.
    case given
    /// A key of the front matter.
    case frontMatter = "front matter"
    /// Metadata of the file format.
    case metadata
    /// A header line at the top.
    case header
    /// A dateline that opens the text (`BRUSSELS, 14 May 2025 –`).
    case dateline
    /// A line at the end.
    case closing
    /// The file's name or path.
    case path
  }

  /// The day.
  public var date: CalendarDate
  /// Where it came from.
  public var basis: Basis

  /// Makes a publication date.
  public init(_ date: CalendarDate, basis: Basis) {
    self.date = date
    self.basis = basis
  }
}

/// A stretch of a document's text with one role in its layout.
public struct Block: Sendable, Hashable {
  /// The role of a block.
  public enum Kind: Sendable, Hashable {
    /// A title or section heading, level 1 (the title) to 6.
    case heading(level: Int)
    /// Running text.
    case paragraph
    /// An item of a list, at nesting depth 1 and deeper; the range starts behind the marker.
    case listItem(depth: Int)
    /// A row of a table; its range spans all its cells.
    case tableRow
    /// A quotation set apart.
    case quotation
    /// Front matter, header lines, contact lines, navigation: text that states no facts.
    case furniture
  }

  /// The role.
  public var kind: Kind
  /// The text, without white space at its ends.
  public var range: ByteRange

  /// Makes a block.
  public init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}
