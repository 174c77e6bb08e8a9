/// Emphasis on a terminal that wants it; elsewhere the text as it is.
enum TerminalStyle {
  static func bold(_ text: String) -> String { StandardOutput.allowsStyle ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
