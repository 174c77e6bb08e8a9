import Glibc

/// Reads lines from a terminal with editing, history and completion, and plain lines from anything else.
///
/// Our own rather than a C library's: the binary shares nothing but libsqlite3 and libc, and a question is one line.
struct LineEditor {
  /// What may stand in the place of the last so many characters of a line's beginning.
  struct Completion {
    var replaced: Int
    var candidates: [String]
  }

  private var history = LineHistory()
  /// Completes the text before the cursor.
  let complete: (String) -> Completion

  init(complete: @escaping (String) -> Completion) { self.complete = complete }

  /// Whether lines come from a person at a terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && StandardOutput.isTerminal }

  /// What the user does with a line.
  enum Input {
    case line(String)
    /// It is given up, and what was begun before it.
    case cancelled
  }

  /// The next line without its end; nil at the end of the input.
  mutating func next(prompt: String) -> Input? {
    guard let terminal = RawTerminal.start() else {
      if Self.isInteractive { Self.draw(prompt) }
      return readLine().map { .line($0) }
    }
    var edit = Edit(prompt: prompt, history: history.lines)
    edit.draw()
    while let key = Key.read({ terminal.nextByte() }) {
      switch edit.apply(key, complete) {
      case .goesOn: edit.draw()
      case .isDone(let line):
        Self.draw("\r\n")
        history.add(line)
        return .line(line)
      case .isCancelled:
        Self.draw("^C\r\n")
        return .cancelled
      case .isAtEnd:
        Self.draw("\r\n")
        return nil
      }
    }
    return nil
  }

  fileprivate static func draw(_ text: String) {
    var output = StandardOutput()
    output.write(text)
    output.flush()
  }
}

/// One line on its way.
private struct Edit {
  enum Outcome {
    case goesOn
    case isDone(String)
    case isCancelled
    case isAtEnd
  }

  let prompt: String
  let history: [String]
  var buffer = EditBuffer()
  /// Which line of the history is shown; its count for the new line.
  var place: Int
  /// The new line while an old one is shown.
  var draft = ""

  init(prompt: String, history: [String]) {
    self.prompt = prompt
    self.history = history
    place = history.count
  }

  mutating func apply(_ key: Key, _ complete: (String) -> LineEditor.Completion) -> Outcome {
    switch key {
    case .text(let character): buffer.insert(String(character))
    case .enter: return .isDone(buffer.text)
    case .cancel: return .isCancelled
    case .endOfInput:
      if buffer.characters.isEmpty { return .isAtEnd }
      buffer.deleteForward()
    case .tab: finish(complete(buffer.head))
    case .backspace: buffer.deleteBackward()
    case .delete: buffer.deleteForward()
    case .left: buffer.moveLeft()
    case .right: buffer.moveRight()
    case .home: buffer.moveToStart()
    case .end: buffer.moveToEnd()
    case .wordLeft: buffer.moveWordLeft()
    case .wordRight: buffer.moveWordRight()
    case .up: show(place - 1)
    case .down: show(place + 1)
    case .deleteToEnd: buffer.deleteToEnd()
    case .deleteToStart: buffer.deleteToStart()
    case .deleteWord: buffer.deleteWordBackward()
    case .clear: LineEditor.draw("\u{1B}[H\u{1B}[2J")
    case .other: break
    }
    return .goesOn
  }

  private mutating func show(_ wanted: Int) {
    guard 0...history.count ~= wanted else { return }
    if place == history.count { draft = buffer.text }
    place = wanted
    buffer = EditBuffer(wanted == history.count ? draft : history[wanted])
  }

  /// Puts in what all candidates begin with; where that is nothing new, they are listed.
  private mutating func finish(_ completion: LineEditor.Completion) {
    guard let first = completion.candidates.first else { return }
    if completion.candidates.count == 1 {
      buffer.replace(last: completion.replaced, with: first + " ")
      return
    }
    let common = completion.candidates.dropFirst().reduce(first) { Self.common($0, $1) }
    if common.count > completion.replaced {
      buffer.replace(last: completion.replaced, with: common)
    } else {
      let list = completion.candidates.prefix(60).map(VisibleText.line).joined(separator: "  ")
      let rest = completion.candidates.count > 60 ? "  …" : ""
      LineEditor.draw(
        "\r\n" + TextColumns.lines(list + rest, width: StandardOutput.width - 1).joined(separator: "\r\n") + "\r\n")
    }
  }

  private static func common(_ a: String, _ b: String) -> String {
    String(zip(a, b).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }

  /// Draws the line; of one that is longer than the terminal the part around the cursor.
  func draw() {
    let room = max(8, StandardOutput.width - TextColumns.width(prompt) - 1)
    let shown = buffer.characters.map { VisibleText.block(String($0)) }
    let widths = shown.map { TextColumns.width($0) }
    var first = 0
    while widths[first..<buffer.cursor].reduce(0, +) >= room { first += 1 }
    var (end, used) = (first, 0)
    while end < shown.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    let column = TextColumns.width(prompt) + widths[first..<buffer.cursor].reduce(0, +)
    let move = column > 0 ? "\u{1B}[\(column)C" : ""
    LineEditor.draw("\r" + prompt + shown[first..<end].joined() + "\u{1B}[K\r" + move)
  }
}
