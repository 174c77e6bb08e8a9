/// Finds a tree of high score among all arcs of a sentence.
///
/// Every token takes its best head; one token is the root; a cycle is broken where it costs least by a head that does
/// not hang below it. Trees need not be projective. The work is quadratic in the number of tokens for each cycle.
struct TreeDecoder {
  /// The head of each token, counted from 1; 0 for the root.
  private(set) var heads: [Int] = []
  /// Whether each token is known to hang below the root.
  private var isSettled: [Bool] = []

  /// Decodes a table of scores: a row a token, first the root's score, then that of every token as head.
  mutating func decode(_ scores: [Float], count: Int) {
    heads.removeAll(keepingCapacity: true)
    for token in 0..<count {
      heads.append(bestHead(scores, token, count: count) { _ in true })
    }
    let root = bestRoot(scores, count: count)
    heads[root] = 0
    breakCycles(scores, count: count, root: root)
  }

  /// The best head but the root, among those allowed.
  private func bestHead(_ scores: [Float], _ token: Int, count: Int, allowed: (Int) -> Bool) -> Int {
    let row = token * (count + 1)
    var best = 0
    var top = -Float.infinity
    for head in 1...count where head != token + 1 {
      let score = scores[row + head]
      if score > top, allowed(head) { (best, top) = (head, score) }
    }
    return best
  }

  /// The token that loses least, or gains most, as root.
  private func bestRoot(_ scores: [Float], count: Int) -> Int {
    var best = 0
    var top = -Float.infinity
    for token in 0..<count {
      let row = token * (count + 1)
      let score = heads[token] == 0 ? scores[row] : scores[row] - scores[row + heads[token]]
      if score > top { (best, top) = (token, score) }
    }
    return best
  }

  private mutating func breakCycles(_ scores: [Float], count: Int, root: Int) {
    isSettled.removeAll(keepingCapacity: true)
    isSettled.append(contentsOf: repeatElement(false, count: count))
    isSettled[root] = true
    for token in 0..<count { settle(token, count: count) }
    for token in 0..<count where !isSettled[token] {
      var cycle = token
      for _ in 0..<count { cycle = heads[cycle] - 1 }
      reattach(scores, cycle: cycle, count: count)
      for other in 0..<count { settle(other, count: count) }
    }
  }

  /// Gives the token of a cycle that loses least a head that hangs below the root.
  private mutating func reattach(_ scores: [Float], cycle: Int, count: Int) {
    var token = cycle
    var (best, bestNewHead) = (cycle, 0)
    var top = -Float.infinity
    repeat {
      let head = bestHead(scores, token, count: count) { isSettled[$0 - 1] }
      let row = token * (count + 1)
      let gain = scores[row + head] - scores[row + heads[token]]
      if gain > top { (best, bestNewHead, top) = (token, head, gain) }
      token = heads[token] - 1
    } while token != cycle
    heads[best] = bestNewHead
  }

  /// Marks every token on the way up from `start` where the way leads to a token that hangs below the root.
  private mutating func settle(_ start: Int, count: Int) {
    var token = start
    var steps = 0
    while !isSettled[token], steps < count {
      token = heads[token] - 1
      steps += 1
    }
    guard isSettled[token] else { return }
    token = start
    while !isSettled[token] {
      isSettled[token] = true
      token = heads[token] - 1
    }
  }
}
