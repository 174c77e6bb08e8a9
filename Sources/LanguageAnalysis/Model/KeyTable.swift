/// A hash table from 64-bit keys to numbers, read in place from the model: the number of slots (a power of two), then
/// the keys, 0 for an empty slot, then the numbers.
@safe package struct KeyTable: @unchecked Sendable {
  // The pointers lead into the model, which outlives every table and is never written: sharing them is safe.
  private let keys: UnsafePointer<UInt64>
  private let numbers: UnsafePointer<UInt32>
  private let mask: Int

  /// Reads the table of one section.
  init(_ section: ModelSection) {
    let slots = unsafe Int(section.start.load(as: UInt64.self))
    unsafe keys = section.start.advanced(by: 8).assumingMemoryBound(to: UInt64.self)
    unsafe numbers = section.start.advanced(by: 8 + slots * 8).assumingMemoryBound(to: UInt32.self)
    mask = slots - 1
  }

  /// The number of a key, or nil.
  package subscript(_ key: UInt64) -> UInt32? {
    let wanted = max(key, 1)
    var slot = Int(truncatingIfNeeded: wanted) & mask
    while true {
      let found = unsafe keys[slot]
      if found == wanted { return unsafe numbers[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// The bytes of a table with these entries, at most half full, the same for every order of the same entries.
  package static func encode(_ entries: [(key: UInt64, number: UInt32)]) -> [UInt8] {
    var slots = 16
    while slots < entries.count * 2 { slots *= 2 }
    var keys = [UInt64](repeating: 0, count: slots)
    var numbers = [UInt32](repeating: 0, count: slots)
    for entry in entries.sorted(by: { ($0.key, $0.number) < ($1.key, $1.number) }) {
      let wanted = max(entry.key, 1)
      var slot = Int(truncatingIfNeeded: wanted) & (slots - 1)
      while keys[slot] != 0, keys[slot] != wanted { slot = (slot + 1) & (slots - 1) }
      keys[slot] = wanted
      numbers[slot] = entry.number
    }
    var bytes = ModelWriter.bytes(of: [UInt64(slots)])
    bytes += ModelWriter.bytes(of: keys)
    bytes += ModelWriter.bytes(of: numbers)
    return bytes
  }
}
