internal import Documents
public import PolicyModel

/// The countries of some 90,000 names of cities and towns, found in the file's bytes without an index.
public struct Cities: Sendable {
  private let bytes: [UInt8]
  /// Where the first row begins, behind the comments.
  private let firstRow: Int

  /// The embedded cities.
  public static let embedded = Cities(DataFile("cities.tsv"))

  private static let newline: UInt8 = 0x0A
  private static let tab: UInt8 = 0x09

  init(_ file: DataFile) {
    bytes = Array(file.text.utf8)
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      while start < bytes.count, bytes[start] != Self.newline { start += 1 }
      start += 1
    }
    firstRow = min(start, bytes.count)
  }

  /// The countries that a city of that name lies in, the most populous city's first: those that need no context, and
  /// those that only a text about the country means.
  ///
  /// - Complexity: O(log of the rows).
  public func countries(named name: some StringProtocol) -> (likely: [CountryCode], others: [CountryCode]) {
    let wanted = name.utf8.map(TextBytes.lowered)
    var low = firstRow
    var high = bytes.count
    while low < high {
      let row = rowStart((low + high) / 2, notBefore: low)
      guard let end = bytes[row...].firstIndex(of: Self.tab) else { return ([], []) }
      let name = bytes[row..<end]
      if name.elementsEqual(wanted) { return codes(from: end + 1) }
      if name.lexicographicallyPrecedes(wanted) { low = rowEnd(end) + 1 } else { high = row }
    }
    return ([], [])
  }

  private func rowStart(_ place: Int, notBefore low: Int) -> Int {
    var start = place
    while start > low, bytes[start - 1] != Self.newline { start -= 1 }
    return start
  }

  private func rowEnd(_ place: Int) -> Int { bytes[place...].firstIndex(of: Self.newline) ?? bytes.count }

  private func codes(from start: Int) -> (likely: [CountryCode], others: [CountryCode]) {
    let cells = String(decoding: bytes[start..<rowEnd(start)], as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").compactMap { CountryCode($0) } }
    return (cells.first ?? [], cells.count > 1 ? cells[1] : [])
  }
}
