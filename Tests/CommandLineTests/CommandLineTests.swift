import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
  private static let commands = ["ingest", "show", "extract", "export", "check", "backup", "info"]
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  @Test(arguments: commands)
  func `Every command is in the help and has help with examples`(command: String) throws {
    #expect(try kb.run("--help").output.contains("\n  \(command) "))
    let help = try kb.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("Examples:"))
    #expect(help.output.contains("kb \(command)"))
  }

  @Test func `The help of commands is complete`() throws {
    let help = try kb.run("--help").output
    let listed = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n") ?? []
    let names = listed.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    for name in names where !["See", "help"].contains(name) {
      #expect(try kb.run(name, "--help").output.contains("Examples:"), "\(name)")
    }
    #expect(names.count >= Self.commands.count)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `There are completions for every shell`(shell: String) throws {
    let script = try kb.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("ingest"))
  }

  @Test(arguments: [
    ["ingest"], ["ingest", "--jobs", "0", "x"], ["ingest", "--date", "2025-02-30", "x"], ["ingest", ""],
    ["nonsense"], ["--nonsense"], ["show", "commitment"], ["show", "dragon", "1"], ["show", "commitment", "x"],
    ["export", "dragons"], ["export", "--format", "runes"], ["backup"],
  ])
  func `Wrong usage is status 2 and one line that points to the help`(arguments: [String]) throws {
    let outcome = try kb.shell((["$KB"] + arguments.map { "'\($0)'" }).joined(separator: " "))
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("kb: ") && outcome.errors.contains("--help"))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: ["export", "check", "info", "show actor 1", "backup copy.db"])
  func `A database that is not there is status 3 and one line, and none is made`(command: String) throws {
    let outcome = try kb.shell("$KB \(command) --db absent.db")
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("kb: absent.db: "))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("absent.db")))
  }

  @Test func `A file that is no database is refused and left as it is`() throws {
    let text = Array(String(repeating: "This is a letter, not a database. ", count: 200).utf8)
    let path = folder.write(text, to: "letter.db")
    folder.write(Array("A note.".utf8), to: "note.txt")
    for command in ["check", "info", "export", "ingest note.txt"] {
      let outcome = try kb.shell("$KB \(command) --db letter.db")
      #expect(outcome.status == 3, "\(command)")
      #expect(outcome.errors.hasPrefix("kb: letter.db: "), "\(command)")
    }
    #expect(ScratchFolder.read(path) == text)
  }

  @Test func `A row that is not there is told`() throws {
    InventedCorpus.write(1, to: "news", in: folder)
    try kb.run("ingest", "news")
    let outcome = try kb.run("show", "commitment", "99999")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("kb: kb.db: there is no commitment 99999; "))
  }

  @Test func `A reader that closes the pipe is no failure`() throws {
    InventedCorpus.write(600, to: "news", in: folder)
    let outcome = try kb.shell("set -o pipefail; $KB extract news | head -c 10")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test func `A backup is a whole database, and an existing file is kept unless --force is given`() throws {
    InventedCorpus.write(3, to: "news", in: folder)
    try kb.run("ingest", "news")
    #expect(try kb.run("backup", "copy.db").status == 0)
    #expect(try kb.run("check", "--db", "copy.db").status == 0)
    let again = try kb.run("backup", "copy.db")
    #expect(again.status != 0 && again.errors.contains("copy.db"))
    #expect(try kb.run("backup", "--force", "copy.db").status == 0)
    #expect(try kb.run("export", "--db", "copy.db").output == kb.run("export").output)
  }

  @Test func `Information is there for people and for programs`() throws {
    InventedCorpus.write(2, to: "news", in: folder)
    try kb.run("ingest", "news")
    #expect(try kb.run("info").output.contains("documents"))
    let json = try JSONSerialization.jsonObject(with: Data(kb.run("info", "--json").output.utf8)) as? [String: Any]
    #expect((json?["tables"] as? [String: Any])?["documents"] as? Int == 2)
  }
}
