import Foundation
import TestSupport
import Testing

@Suite struct FrameCommandTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  private func write(_ text: String, to name: String) throws {
    let path = URL(fileURLWithPath: folder.file(name))
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
  }

  private static let frames = """
    table: operations
    frames:
    - id: dredge
      kind: river-dredging
      verbs: [dredge]
      roles: {lead: [subject], target: [object]}
      confidence: 0.9
    """
  private static let note = "The River Authority of Ghana dredged the Volta on 3 May 2024.\n"

  @Test func `A kind of one's own is extracted with --frames and not without`() throws {
    try write(Self.frames, to: "own.yaml")
    try write(Self.note, to: "note.txt")
    let plain = try kb.run("extract", "note.txt")
    let own = try kb.run("extract", "--frames", "own.yaml", "note.txt")
    #expect(!plain.output.contains("river-dredging"))
    #expect(own.output.contains(#""kind": "river-dredging""#))
  }

  @Test func `Frames beside the database are read, their kind is a word of questions, and a change reads all again`()
    throws
  {
    try write(Self.note, to: "news/note.txt")
    try kb.run("ingest", "news")
    #expect(try kb.run("ingest", "news").lines.first == "kb.db: 0 new, 0 changed, 1 unchanged, 0 failed")
    try write(Self.frames, to: "frames/own.yaml")
    #expect(try kb.run("ingest", "news").lines.first == "kb.db: 0 new, 1 changed, 0 unchanged, 0 failed")
    #expect(try kb.run("ingest", "news").lines.first == "kb.db: 0 new, 0 changed, 1 unchanged, 0 failed")
    let answer = try kb.run("query", "--format", "csv", "river dredgings")
    #expect(answer.status == 0)
    #expect(answer.output.contains("river-dredging"))
    #expect(try kb.run("export").output.contains(#""kind": "river-dredging""#))
    #expect(try kb.run("show", "operation", "1").output.contains("operations/dredge.verb"))
  }

  @Test(arguments: ["extract", "ingest", "explain"])
  func `A mistake in a frame file is one line with its place`(command: String) throws {
    try write("table: operations\nframes:\n- id: dredge\n  kind: dredging\n  verb: [dredge]\n", to: "own.yaml")
    try write(Self.note, to: "note.txt")
    let outcome = try kb.run(command, "--frames", "own.yaml", "note.txt")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("kb: own.yaml:5:3: unknown key `verb`"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `Explain prints the tree, the facts with their weights, and what failed`() throws {
    let outcome = try kb.run("explain", "Police in Accra arrested six men on Monday. The mayor did not arrest the men.")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("arrested"))
    #expect(outcome.output.contains("operations  recorded: confidence 0."))
    #expect(outcome.output.contains("operations/arrest.verb"))
    #expect(outcome.output.contains("prior=0.8"))
    #expect(outcome.output.contains("operations/arrest at “arrest”: the clause is negated"))
    let json = try kb.run("explain", "--json", "Police in Accra arrested six men.")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rows?.contains { $0["table"] as? String == "operations" && $0["recorded"] as? Bool == true } ?? false)
  }

  @Test func `Coverage lists the sentences with figures or reporting verbs that gave no fact`() throws {
    try write(
      """
      The bridge is closed. The minister said nothing. Police arrested six men in Accra. Addressing floods is hard.
      """,
      to: "note.txt")
    try kb.run("ingest", "note.txt")
    let outcome = try kb.run("info", "--coverage", "--format", "jsonl")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("arrested"))
    #expect(!outcome.output.contains("closed"))
    #expect(!outcome.output.contains("Addressing"))
    #expect(outcome.output.contains("said nothing."))
    #expect(
      outcome.errors.contains("sentences in 1 documents have a figure, money or a reporting verb and gave no fact"))
  }
}
