/// UTF-16 text that says so by its byte-order mark.
enum UTF16Decoder {
  /// Which byte of a code unit comes first.
  enum ByteOrder { case little, big }

  /// The order that the bytes announce, or nil where they announce no UTF-16.
  static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    return bytes.starts(with: [0xFE, 0xFF]) ? .big : nil
  }

  /// Decodes behind the mark; a lone surrogate or half a unit becomes U+FFFD.
  ///
  /// - Throws: `notDecodable` where over a tenth of the characters had to be replaced.
  static func decode(
    _ bytes: [UInt8], _ order: ByteOrder
  ) throws(ReadingError) -> (string: String, replaced: Int) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? a | b << 8 : a << 8 | b)
      index += 2
    }
    var replaced = loneSurrogates(units)
    if index < bytes.count {
      units.append(0xFFFD)
      replaced += 1
    }
    let nulls = units.count { $0 == 0 }
    guard (replaced + nulls) * 10 <= units.count else {
      throw ReadingError(.notDecodable, "the file announces UTF-16 but is not; convert it to UTF-8")
    }
    return (String(decoding: units, as: UTF16.self), replaced)
  }

  private static func loneSurrogates(_ units: [UInt16]) -> Int {
    var count = 0
    var index = 0
    while index < units.count {
      if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) {
        index += 2
        continue
      }
      if UTF16.isSurrogate(units[index]) { count += 1 }
      index += 1
    }
    return count
  }
}

extension UTF16 {
  fileprivate static func isSurrogate(_ unit: UInt16) -> Bool { unit & 0xF800 == 0xD800 }
}
