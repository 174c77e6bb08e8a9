import TestSupport
import Testing

/// What reaches a terminal: progress and emphasis where they are welcome, and never a document's own control sequences.
@Suite struct TerminalTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  /// Runs a command on a pseudo-terminal; the output is what the terminal would get.
  private func onTerminal(_ command: String, environment: String = "TERM=xterm") throws -> String {
    try kb.shell("env \(environment) script -qec '\(command)' /dev/null").output
  }

  /// Escape, and the one-character form of `ESC [` in ISO 6429.
  private func hasControlSequence(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 0x07 }
  }

  private func writeHostileDocuments() {
    let hostile =
      "\u{1B}]0;owned\u{07}\u{1B}[31mNorway\u{1B}[0m pledged €4 million\u{9B}2J to \u{1B}[2JIceland on 3 May 2024.\n"
    folder.write(Array("# Title \u{1B}[5m\n\n\(hostile)".utf8), to: "a\u{1B}[7m.md")
    folder.write(Array(hostile.utf8), to: "b.txt")
    folder.write([], to: "empty\u{1B}[7m\u{9B}1m.txt")
  }

  @Test(arguments: [
    "ingest .", "info", "check", "export", "extract .", "show commitment 1", "show statement 1",
    "ingest missing\u{1B}[7m",
  ])
  func `No control sequence of a document or name reaches the output`(command: String) throws {
    writeHostileDocuments()
    try kb.run("ingest", ".")
    let outcome = try kb.shell("$KB \(command)")
    #expect(!hasControlSequence(outcome.output))
    #expect(!hasControlSequence(outcome.errors))
    #expect(try !hasControlSequence(onTerminal("$KB \(command)", environment: "TERM=xterm NO_COLOR=1")))
  }

  @Test func `Progress is drawn on a terminal and nowhere else`() throws {
    InventedCorpus.write(20, to: "news", in: folder)
    #expect(try onTerminal("$KB ingest --db a.db news").contains("\r[#"))
    #expect(try !onTerminal("$KB ingest --db b.db --quiet news").contains("["))
    #expect(try !onTerminal("$KB ingest --db c.db news", environment: "TERM=dumb").contains("["))
    #expect(try !onTerminal("$KB ingest --db d.db news", environment: "TERM=xterm NO_COLOR=1").contains("["))
    #expect(try kb.run("ingest", "--db", "e.db", "news").errors == "")
  }
}
