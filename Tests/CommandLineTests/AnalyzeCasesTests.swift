import TestSupport
import Testing

@Suite struct AnalyzeCasesTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  @Test func `Cases are read from JSON with escapes and answered line by line`() throws {
    let lines = #"""
      {"id": "a", "text": "\u00a35m on \"3 May\"", "reference_date": "2025-05-14", "expected": [{"x": [1, "}"]}]}

      {"text": "no figure here\n", "id": "b"}
      """#
    folder.write(Array(lines.utf8), to: "cases.jsonl")
    let outcome = try kb.run("analyze", "--format", "measures", "--cases", "cases.jsonl")
    #expect(outcome.status == 0)
    let answers = outcome.output.split(separator: "\n")
    #expect(answers.count == 2)
    #expect(
      answers.first?.contains(#""start": 0, "end": 3, "text": "£5m", "type": "currency", "value": "5000000""#) == true)
    #expect(answers.first?.contains(#""from": "2025-05-03", "to": "2025-05-04""#) == true)
    #expect(answers.last == #"{"id": "b", "found": []}"#)
  }

  @Test(arguments: [#"{"id": 1, "text": "x"}"#, "nonsense", #"{"id": "a""#, #"{"id": "a", "text": "\u12"}"#])
  func `A line that is no case is status 1 with its number`(line: String) throws {
    folder.write(Array(line.utf8), to: "cases.jsonl")
    let outcome = try kb.run("analyze", "--format", "measures", "--cases", "cases.jsonl")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("line 1 is no JSON object with `id` and `text`"))
  }
}
