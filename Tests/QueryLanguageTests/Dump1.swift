import Documents
import QueryLanguage
import TestSupport
import Testing
@Suite struct Dump1 {
  @Test func dump() throws {
    let names = KnownNames([
    "nca": .actor, "national crime agency": .actor, "border force": .actor, "keir starmer": .actor,
    "european union": .actor, "eu": .actor, "france": .actor, "frontex": .actor, "reuters": .publisher,
    "dover": .place, "london": .place,
  ])
    let parser = QueryParser(vocabulary: QueryVocabulary(), today: CalendarDate(iso: "2025-11-20")!)
    for row in TestTable("phrases.tsv").rows + TestTable("refusals.tsv").rows {
      let r = parser.read(row[0], names: names)
      print("PHR\t\(row[0])\t\(r.query?.description ?? "REFUSED")\t\(r.diagnostics.map { "\($0.message); \($0.hint ?? "")" })\t\(r.suggestions)")
    }
  }
}
