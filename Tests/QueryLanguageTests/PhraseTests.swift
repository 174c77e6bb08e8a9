import Documents
import Foundation
import QueryLanguage
import Testing

@Suite struct Scratch {
  @Test func dump() throws {
    let known = KnownNames(["nca": .actor, "national crime agency": .actor, "reuters": .publisher, "dover": .place,
      "european union": .actor, "eu": .actor, "keir starmer": .actor, "france": .actor])
    let parser = QueryParser(vocabulary: QueryVocabulary(), today: CalendarDate(iso: "2025-11-20")!)
    for text in try String(contentsOfFile: "/tmp/phr.txt", encoding: .utf8).split(separator: "\n").map(String.init) {
      let reading = parser.read(text, names: known)
      print("PHR \(text)\t\(reading.query?.description ?? "refused")\t\(reading.diagnostics.map { "\($0.code): \($0.message) [\($0.hint ?? "")]" })\(reading.query == nil ? "\(reading.suggestions)" : "")")
    }
  }
}
