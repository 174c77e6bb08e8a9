import Testing

@testable import LanguageAnalysis

@Suite struct ModelTests {
  @Test func `Key tables find what they hold`() {
    let entries = (0..<500).map { (key: UInt64($0) &* 0x9E37_79B9_7F4A_7C15, number: UInt32($0)) }
    var writer = ModelWriter()
    writer.add(.words, KeyTable.encode(entries))
    let model = LanguageModel(bytes: writer.finish())
    let table = KeyTable(model.section(.words))
    #expect(entries.allSatisfy { table[$0.key] == $0.number })
    #expect(table[12_345] == nil)
  }

  @Test func `Key tables do not depend on the order of entries`() {
    let entries = (1...50).map { (key: UInt64($0) &* 64, number: UInt32($0)) }
    #expect(KeyTable.encode(entries) == KeyTable.encode(entries.reversed()))
  }

  struct ScriptCase: CustomTestStringConvertible, Sendable {
    var form: String
    var lemma: String
    var script: LemmaScript
    var testDescription: String { "\(form) becomes \(lemma)" }
  }

  @Test(arguments: [
    ScriptCase(form: "Cities", lemma: "city", script: LemmaScript(casing: .lower, cut: 3, ending: Array("y".utf8))),
    ScriptCase(form: "Alps", lemma: "Alp", script: LemmaScript(casing: .keep, cut: 1, ending: [])),
    ScriptCase(form: "OSLO", lemma: "Oslo", script: LemmaScript(casing: .title, cut: 0, ending: [])),
  ])
  func `Scripts change no more than they need`(_ row: ScriptCase) {
    #expect(LemmaScript(form: row.form, lemma: row.lemma) == row.script)
  }
}
