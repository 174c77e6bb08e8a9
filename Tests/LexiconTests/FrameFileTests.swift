import Documents
import PolicyModel
import Testing

@testable import Lexicon

@Suite struct FrameFileTests {
  @Test func everyKindOfEventAndOperationHasAFrame() {
    let frames = FrameLexicon.embedded.frames
    for entry in Kinds.embedded.entries where entry.table == .events || entry.table == .operations {
      #expect(frames.contains { $0.table == entry.table && $0.kind == entry.kind }, "\(entry.kind)")
    }
  }

  @Test func everyKindOfCommitmentHasWords() {
    let lexicon = FrameLexicon.embedded
    let words = ["fund", "legislate", "hire", "equip", "prosecute", "cooperate", "reach", "relief", "build", "reform"]
    let kinds = words.compactMap { lexicon.promiseKinds(for: .init($0)).first?.description }
    let expected = [
      "funding", "legislation", "personnel", "equipment", "enforcement", "cooperation", "target", "aid",
      "infrastructure", "reform",
    ]
    #expect(kinds == expected)
  }

  @Test func multiwordEntriesHangOnTheirHead() throws {
    let file = FrameFile(
      name: "own.yaml",
      text: """
        table: events
        frames:
        - id: parley
          kind: meeting
          verbs: [sit down with]
          nouns: [meeting of minds, tea party]
        """)
    let lexicon = try FrameLexicon([file])
    #expect(lexicon.candidates(for: .init("sit")).map(\.evoker.others.count) == [2])
    #expect(lexicon.candidates(for: .init("meeting")).count == 1)
    #expect(lexicon.candidates(for: .init("party")).count == 1)
    #expect(lexicon.candidates(for: .init("tea")).isEmpty)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var part: String
    var testDescription: String { part }
  }

  @Test(arguments: [
    Mistake(text: "tabel: events", line: 1, column: 1, part: "unknown key"),
    Mistake(text: "table: statistics", line: 1, column: 8, part: "a table is"),
    Mistake(
      text: "table: events\nframes:\n- id: a\n  kind: meeting\n  verbs: [a]\n  roles: {lead: subject}", line: 6,
      column: 11, part: "a role is"),
    Mistake(
      text: "table: events\nframes:\n- id: a\n  kind: meeting\n  verbs: [a]\n  needs: {object: [perso]}", line: 6,
      column: 20, part: "no such class"),
    Mistake(text: "table: events\nframes:\n- id: a\n  verbs: [a]", line: 3, column: 3, part: "wants a `kind`"),
    Mistake(text: "table: events\nframes:\n- id: a\n  kind: x", line: 3, column: 3, part: "wants `verbs`"),
    Mistake(
      text: "table: events\nframes:\n- {id: a, kind: x, verbs: [b], status: done}", line: 3, column: 40,
      part: "a status is"),
    Mistake(text: "table: [events", line: 2, column: 1, part: "no YAML"),
  ])
  func mistakesAreReportedWithTheirPlace(_ mistake: Mistake) throws {
    let error = #expect(throws: FrameFileError.self) {
      try FrameLexicon([FrameFile(name: "own.yaml", text: mistake.text)])
    }
    #expect(error?.line == mistake.line)
    #expect(error?.column == mistake.column)
    #expect(error?.message.contains(mistake.part) == true)
  }

  @Test func aNameThatIsTakenIsAMistake() throws {
    let file = FrameFile(
      name: "own.yaml", text: "table: operations\nframes:\n- {id: arrest, kind: arrest, verbs: [pinch]}")
    #expect(throws: FrameFileError.self) { try FrameLexicon.embedded.adding([file]) }
  }
}

@Suite struct VerbFormsTests {
  @Test(arguments: [
    ("raid", "raided"), ("seize", "seizing"), ("carry", "carried"), ("plan", "planned"), ("visit", "visited"),
    ("push", "pushes"), ("deploy", "deployed"), ("commit", "committing"),
  ])
  func regularFormsFollowTheSpelling(_ verb: String, _ form: String) {
    #expect(VerbForms.forms(of: verb).contains(form))
  }
}
