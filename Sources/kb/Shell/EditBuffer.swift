/// A line that is being typed, with its cursor; every change is one of a line editor's.
struct EditBuffer: Sendable, Hashable {
  private(set) var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  /// What stands before the cursor.
  var head: String { String(characters[..<cursor]) }

  mutating func insert(_ text: some StringProtocol) {
    // A mark that combines belongs to the character before it.
    let joined = String(characters[..<cursor]) + text
    let tail = characters[cursor...]
    characters = Array(joined)
    cursor = characters.count
    characters += tail
  }

  /// Puts `text` in the place of so many characters before the cursor.
  mutating func replace(last count: Int, with text: String) {
    characters.removeSubrange(cursor - min(count, cursor)..<cursor)
    cursor -= min(count, cursor)
    insert(text)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }
  mutating func moveWordLeft() { cursor = wordStart }
  mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  mutating func deleteToEnd() { characters.removeSubrange(cursor...) }
  mutating func deleteToStart() { replace(last: cursor, with: "") }
  mutating func deleteWordBackward() { replace(last: cursor - wordStart, with: "") }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }
}
