/// A table from 64-bit keys that are hashes already to small numbers: open addressing with linear probing, at most
/// half full, behind a filter of bits that turns away most keys that are not there without a look at the slots.
///
/// Keys are spread by their high bits once more, so that any kind of hash will do.
///
/// - Complexity: a look-up is O(1) on average.
struct KeyTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    /// The value; `empty` where there is none.
    var value: Int32 = KeyTable.empty
  }

  /// Marks a slot without a key; no value may be that.
  private static let empty = Int32.min

  private var slots: [Slot]
  /// One bit for each key, 4 bits a slot: small, so that it stays in the nearest cache.
  private var filter: [UInt64]
  private(set) var count = 0

  /// Makes an empty table with room for so many keys before it has to grow.
  init(capacity: Int = 0) {
    let size = Self.size(for: capacity)
    slots = [Slot](repeating: Slot(), count: size)
    filter = [UInt64](repeating: 0, count: size / 16)
  }

  private static func size(for count: Int) -> Int {
    var size = 16
    while size < count * 2 { size *= 2 }
    return size
  }

  @inline(__always) private static func spread(_ key: UInt64) -> UInt64 { key ^ (key >> 29) }

  /// The value of a key; nil where it has none. Never set one to `Int32.min`.
  subscript(key: UInt64) -> Int32? {
    get {
      let hash = Self.spread(key)
      let bit = hash & UInt64(filter.count * 64 - 1)
      guard filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return nil }
      let value = slots[place(of: key)].value
      return value == Self.empty ? nil : value
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 2 > slots.count { grow() }
      insert(key, newValue)
    }
  }

  /// The slot that holds a key, or the empty one where it belongs.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Self.spread(key)) & mask
    while slots[place].value != Self.empty, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    let place = place(of: key)
    if slots[place].value == Self.empty { count += 1 }
    slots[place] = Slot(key: key, value: value)
    let bit = Self.spread(key) & UInt64(filter.count * 64 - 1)
    filter[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  private mutating func grow() {
    let old = slots
    self = KeyTable(capacity: count * 2 + 1)
    for slot in old where slot.value != Self.empty { insert(slot.key, slot.value) }
  }
}
