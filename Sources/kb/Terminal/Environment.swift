import Glibc

/// What the environment says about how to behave.
enum Environment {
  /// A variable's value; nil where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether colours and cursor movements are welcome (https://no-color.org, and terminals that know none).
  static var allowsControlSequences: Bool { value("NO_COLOR") == nil && value("TERM") != "dumb" }

  /// Whether characters beyond ASCII can be drawn: the locale's encoding is UTF-8, and the terminal is not a dumb one.
  static var drawsUnicode: Bool {
    let locale = (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "").lowercased()
    return (locale.contains("utf-8") || locale.contains("utf8")) && value("TERM") != "dumb"
  }
}
