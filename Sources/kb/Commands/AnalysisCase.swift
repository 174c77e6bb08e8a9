import Documents

/// One text to analyse, from a line of JSON with `id`, `text` and perhaps `reference_date`.
struct AnalysisCase {
  var id: String
  var text: String
  var referenceDate: CalendarDate?

  /// The cases of a file, `-` for standard input, in its order; empty lines are left out.
  static func read(_ path: String) throws(Failure) -> [AnalysisCase] {
    var cases: [AnalysisCase] = []
    var number = 0
    for line in try InputFile.bytes(of: path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { !TextBytes.isSpace($0) }) else { continue }
      guard let members = JSONMembers(line), let id = members.texts["id"], let text = members.texts["text"] else {
        throw Failure(.inputs, "\(path): line \(number) is no JSON object with `id` and `text`")
      }
      let date = members.texts["reference_date"].flatMap { CalendarDate(iso: $0) }
      cases.append(AnalysisCase(id: id, text: text, referenceDate: date))
    }
    return cases
  }
}
