internal import Crypto
public import Documents

/// The stage from a file's bytes to a ``Document``: a pure function of the bytes, the source's name and the options.
///
/// ```swift
/// let document = try DocumentReader().read(bytes: bytes, source: "news/2025-03-31-summit.txt")
/// ```
public struct DocumentReader: Sendable {
  private let options: ReadingOptions

  /// Makes a reader.
  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads one document of plain text or Markdown.
  ///
  /// - Complexity: O(number of bytes).
  /// - Throws: a ``ReadingError`` where the bytes are no text that can be read.
  public func read(bytes: [UInt8], source: String) throws(ReadingError) -> Document {
    guard bytes.count <= options.maximumBytes else {
      throw ReadingError(
        .tooLarge, "\(bytes.count) bytes are over the limit of \(options.maximumBytes); split the file")
    }
    try FormatSignature.refuseOtherFormats(bytes)
    let decoded = try TextDecoder.decode(bytes)
    let text = LineText(decoded.text)
    let mediaType = MediaType.detect(source: source, text: text)
    let frontMatter = FrontMatter(text)
    let layout = DocumentLayout(text, mediaType: mediaType, frontMatter: frontMatter)
    let title = frontMatter?.title.map { ($0, nil) } ?? layout.title(in: text)
    return Document(
      source: source, text: decoded.text, title: title?.0, titleRange: title?.1,
      published: publicationDate(frontMatter, layout, text, source),
      publisher: options.publisher ?? frontMatter?.publisher, language: frontMatter?.language ?? "en",
      mediaType: mediaType.rawValue, sha256: Self.sha256(bytes), blocks: layout.blocks,
      diagnostics: decoded.diagnostics)
  }

  private func publicationDate(
    _ frontMatter: FrontMatter?, _ layout: DocumentLayout, _ text: LineText, _ source: String
  ) -> PublicationDate? {
    if let date = options.date { return PublicationDate(date, basis: .given) }
    if let date = frontMatter?.date { return PublicationDate(date, basis: .frontMatter) }
    if let found = layout.published { return found }
    return PathDate.find(in: source).map { PublicationDate($0, basis: .path) }
  }

  /// The SHA-256 of a file's bytes as ``Document/sha256`` has it: 64 hexadecimal digits in small letters.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
