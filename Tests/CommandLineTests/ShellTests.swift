import TestSupport
import Testing

@Suite struct ShellTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  init() throws {
    InventedCorpus.write(8, to: "news", in: folder)
    try kb.run("ingest", "--quiet", "news")
  }

  private func ask(_ lines: String, _ options: [String] = ["--format", "csv"]) throws -> KBProcess.Outcome {
    try kb.shell("cat <<'END' | $KB shell \(options.joined(separator: " "))\n\(lines)\nEND")
  }

  // MARK: Lines of standard input

  @Test func `Questions and SQL are answered line by line`() throws {
    let outcome = try ask("how many documents\nSELECT count(*) AS n FROM documents;\n\nSELECT 1 AS a,\n  2 AS b;")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("n\n8\n"))
    #expect(outcome.output.contains("a,b\n1,2\n"))
    #expect(outcome.output.hasPrefix("documents,"))
  }

  @Test func `A statement at the end of the input needs no semicolon`() throws {
    #expect(try ask("SELECT 7 AS n").output == "n\n7\n")
  }

  @Test func `A failure is said, the other lines are answered, and the status is 2`() throws {
    let outcome = try ask(
      "documents wrtten by year\n.nonsense\nSELECT nonesuch;\nDELETE FROM documents;\nSELECT 3 AS n;")
    #expect(outcome.status == 2)
    #expect(outcome.output == "n\n3\n")
    #expect(outcome.errors.contains("^^^^^^"))
    #expect(outcome.errors.contains("there is no command .nonsense"))
    #expect(outcome.errors.contains("no such column: nonesuch"))
    #expect(outcome.errors.contains("reads and does nothing else"))
  }

  @Test func `Commands change the format, and show tables, schema, readings and facts`() throws {
    #expect(try ask(".format json\nSELECT 1 AS a;").output.contains("\"a\": 1"))
    #expect(try ask(".tables").output.contains("documents,"))
    #expect(try ask(".schema countries").output.contains("CREATE TABLE countries"))
    #expect(try ask(".explain documents since 2024").output.contains("since 2024  →  from 2024-01-01"))
    #expect(try ask(".limit 2\ndocuments", ["--format", "jsonl"]).output.split(separator: "\n").count == 2)
    #expect(try ask(".search notice", ["--format", "jsonl"]).output.contains("\"passage\""))
    #expect(try ask(".quit\nSELECT 1 AS a;").output == "")
    #expect(try ask(".help").errors.contains(".tables"))
  }

  // MARK: A terminal

  private func terminal() throws -> PseudoTerminal {
    try #require(
      try PseudoTerminal(["shell", "--no-pager"], in: folder, environment: ["XDG_STATE_HOME": folder.file("state")]))
  }

  @Test func `A line is edited, completed and answered at the prompt, and comes back in the next session`() throws {
    let terminal = try terminal()
    #expect(terminal.shows("kb> "))
    // A wrong letter is taken back; the rest of the word is the completion's.
    terminal.type("SELECX\u{7F}T 40 + 2 AS answer;\u{1B}[D\u{1B}[F\r")
    #expect(terminal.shows("answer"))
    #expect(terminal.shows("42"))
    #expect(terminal.shows("kb> "))
    terminal.type("SELECT count(*) AS n FROM ingest_prob\t;\r")
    #expect(terminal.shows("ingest_problems"))
    #expect(terminal.shows("0"))
    #expect(terminal.shows("kb> "))
    terminal.type("SELECT 1\u{03}")
    #expect(terminal.shows("^C"))
    #expect(terminal.shows("kb> "))
    terminal.type("\u{04}")
    #expect(terminal.end() == 0)

    let later = try self.terminal()
    #expect(later.shows("kb> "))
    later.type("\u{1B}[A\u{1B}[A\r")
    #expect(later.shows("42"))
    later.type(".quit\r")
    #expect(later.end() == 0)
    let history = String(decoding: ScratchFolder.read(folder.file("state/kb/history")), as: UTF8.self)
    #expect(history.contains("SELECT 40 + 2 AS answer;\n"))
    #expect(!history.contains("SELECT 1\n"))
  }
}
