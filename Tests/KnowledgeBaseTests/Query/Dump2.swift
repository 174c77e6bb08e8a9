import Documents
import KnowledgeBase
import QueryLanguage
import TestSupport
import Testing
@Suite struct Dump2 {
  @Test func dump() throws {
    let database = try QueryDatabase()
    for row in TestTable("answers.tsv").rows + TestTable("refusals.tsv").rows {
      let q = try database.store.question(row[0], parser: QueryDatabase.parser)
      guard let query = q.reading.query else { print("ANS\t\(row[0])\tREFUSED\t\(q.reading.diagnostics.map { "\($0.message); \($0.hint ?? "")" })\t\(q.reading.suggestions)"); continue }
      do {
      let a = try database.store.answer(query, parser: QueryDatabase.parser)
      print("ANS\t\(row[0])\t\(AnswerText.rows(of: a))\t\(query)\t\(a.notes) \(q.notes)")
      } catch { print("ANS\t\(row[0])\tERROR \(error)") }
    }
  }
}
