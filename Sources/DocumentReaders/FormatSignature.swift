/// The first bytes by which formats that have no reader are known.
///
/// Signatures: the `file` utility's public tables and the formats' own specifications.
enum FormatSignature {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"),
    (Array("PK\u{3}\u{4}".utf8), "ZIP or Office"),
    ([0xD0, 0xCF, 0x11, 0xE0], "Microsoft Office 97"),
    (Array("{\\rtf".utf8), "RTF"),
    ([0x1F, 0x8B], "gzip"),
    (Array("BZh".utf8), "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"),
    ([0xFF, 0xD8, 0xFF], "JPEG"),
    (Array("GIF8".utf8), "GIF"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
    (Array("SQLite format 3\0".utf8), "SQLite"),
  ]
  private static let markup = ["<!doctype html", "<html", "<?xml"]

  /// Throws where the bytes are of a format that has no reader.
  static func refuseOtherFormats(_ bytes: [UInt8]) throws(ReadingError) {
    for signature in signatures where bytes.starts(with: signature.bytes) {
      throw ReadingError(.unsupportedFormat, "\(signature.name) files cannot be read; convert the file to text")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = String(decoding: bytes.dropFirst(start).prefix(64), as: UTF8.self).lowercased()
    let visible = head.drop { $0.isWhitespace }
    if markup.contains(where: { visible.hasPrefix($0) }) {
      throw ReadingError(.unsupportedFormat, "HTML and XML files cannot be read; convert the file to text")
    }
  }
}
