internal import CLexicon

/// One embedded data file: tab-separated rows, `#` comments and empty lines left out.
struct DataFile {
  /// One row with its line number, for messages.
  struct Row {
    /// 1 for the first line.
    var line: Int
    /// The cells, without white space at their ends.
    var cells: [Substring]

    /// The cell at `index`, or an empty one where the row is shorter.
    subscript(index: Int) -> Substring { index < cells.count ? cells[index] : "" }
    /// The cell's parts between `|`; none for an empty cell.
    func list(_ index: Int) -> [Substring] { self[index].pieces(between: UInt8(ascii: "|")) }
  }

  /// The file's name, such as `countries.tsv`.
  let name: String
  /// The whole text.
  let text: String

  /// A text with a name.
  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The embedded file of that name; a missing one is a mistake in the program.
  init(_ name: String) {
    guard let file = Self.find(name) else { preconditionFailure("no data file \(name) is embedded") }
    self.name = name
    self.text = file
  }

  private static func find(_ wanted: String) -> String? {
    for index in 0..<kb_data_file_count() {
      let file = unsafe kb_data_file_at(index)
      guard unsafe String(cString: file.name) == wanted else { continue }
      return unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
    return nil
  }

  /// The rows in file order.
  var rows: [Row] {
    var rows: [Row] = []
    var line = 0
    for text in text[...].pieces(between: UInt8(ascii: "\n"), keepsEmpty: true) {
      line += 1
      guard let first = text.utf8.first, first != UInt8(ascii: "#") else { continue }
      rows.append(Row(line: line, cells: text.pieces(between: UInt8(ascii: "\t"), keepsEmpty: true)))
    }
    return rows
  }
}

extension Substring {
  /// The parts between an ASCII byte; cut at bytes, as every start of `kb` reads many.
  func pieces(between separator: UInt8, keepsEmpty: Bool = false) -> [Substring] {
    var pieces: [Substring] = []
    let bytes = utf8.span
    var start = 0
    for place in 0...bytes.count where place == bytes.count || bytes[place] == separator {
      if keepsEmpty || start < place {
        let first = utf8.index(startIndex, offsetBy: start)
        pieces.append(self[first..<utf8.index(first, offsetBy: place - start)])
      }
      start = place + 1
    }
    return pieces
  }
}
