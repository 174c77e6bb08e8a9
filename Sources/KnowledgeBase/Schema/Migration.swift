internal import CMigrations
internal import Documents

/// One embedded file of `Migrations`.
struct Migration: Sendable {
  /// 1 for the first; the digits that its name begins with.
  let number: Int
  /// The file's name.
  let name: String
  /// The whole file.
  let sql: String

  /// Of the text, to notice a file that was edited after it was applied somewhere; no protection against intent.
  var checksum: String { hexadecimal(TextKey(sql)) }

  /// All of them, by number.
  static let all: [Migration] = (0..<kb_migration_count()).map { index in
    let file = unsafe kb_migration_at(index)
    let name = unsafe String(cString: file.name)
    let sql = unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    guard let number = Int(name.prefix { $0 != "_" }), number == index + 1 else {
      preconditionFailure("the embedded migrations must be numbered from 1 without gaps: \(name)")
    }
    return Migration(number: number, name: name, sql: sql)
  }
}

/// A key as 16 hexadecimal digits.
func hexadecimal(_ key: TextKey) -> String {
  let digits = String(key.value, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
