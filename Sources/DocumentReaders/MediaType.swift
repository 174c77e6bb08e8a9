internal import Documents

/// The formats that have a reader.
enum MediaType: String {
  case plainText = "text/plain"
  case markdown = "text/markdown"

  private static let extensions: [String: MediaType] = [
    "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown, "mdown": .markdown,
    "mkd": .markdown,
  ]

  /// The format by the extension of the source's name, else by the text.
  static func detect(source: String, text: LineText) -> MediaType {
    let name = source.split(separator: "/").last ?? ""
    if let dot = name.lastIndex(of: "."), let known = extensions[name[name.index(after: dot)...].lowercased()] {
      return known
    }
    let start = text.lines.prefix(200)
    let headings = start.count { MarkdownSyntax.heading(text, $0) != nil }
    let rows = start.count { MarkdownSyntax.isDelimiterRow(text, $0) }
    return headings + rows > 0 ? .markdown : .plainText
  }
}
