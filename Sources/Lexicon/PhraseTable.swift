/// Phrases as sequences of keys, each with the index of what it means, found longest first: a trie whose edges are hashed.
///
/// - Complexity: finding a phrase costs one lookup for each of its keys.
public struct PhraseTable: Sendable {
  private var edges = KeyTable()
  private var payloads: [Int32] = [-1]

  init() {}

  /// The key of an edge: that of the node it leaves (0 to 2^31 - 1) mixed into that of the word.
  private static func edge(_ node: Int32, _ key: UInt64) -> UInt64 {
    let mixed = (key ^ UInt64(node) &* 0x9e37_79b9_7f4a_7c15) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ (mixed >> 32)
  }

  /// Adds a phrase; an earlier one of the same keys stays.
  mutating func add(_ keys: [UInt64], _ payload: Int) {
    var node: Int32 = 0
    for key in keys {
      let edge = Self.edge(node, key)
      if let next = edges[edge] {
        node = next
        continue
      }
      payloads.append(-1)
      let next = Int32(payloads.count - 1)
      edges[edge] = next
      node = next
    }
    if node != 0, payloads[Int(node)] < 0 { payloads[Int(node)] = Int32(payload) }
  }

  /// The longest phrase along the keys that `key` hands out for 0, 1, 2 and so on, with the number of its keys.
  public func longest(_ key: (Int) -> UInt64?) -> (payload: Int, count: Int)? {
    var node: Int32 = 0
    var best: (payload: Int, count: Int)?
    var count = 0
    while let next = key(count), let child = edges[Self.edge(node, next)] {
      node = child
      count += 1
      if payloads[Int(node)] >= 0 { best = (Int(payloads[Int(node)]), count) }
    }
    return best
  }
}
