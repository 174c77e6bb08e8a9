internal import Documents
internal import LanguageAnalysis

/// The ways through the tree of a sentence from one token.
struct TreePath {
  /// A way: so many steps up from the start, then so many down.
  struct Turn {
    var ups: Int
    var downs: Int
  }

  let reading: Reading
  /// The start and what it hangs on, up to the root.
  let ancestors: [Int]

  private static let deepest = 30

  init(from start: Int, in reading: Reading) {
    self.reading = reading
    var ancestors = [start]
    while let head = reading.tree.head(of: ancestors[ancestors.count - 1]), ancestors.count < Self.deepest {
      ancestors.append(head)
    }
    self.ancestors = ancestors
  }

  var start: Int { ancestors[0] }

  /// The way to a token of the sentence.
  func turn(to token: Int) -> Turn {
    var current = token
    var downs = 0
    while downs < Self.deepest {
      if let ups = ancestors.firstIndex(of: current) { return Turn(ups: ups, downs: downs) }
      guard let head = reading.tree.head(of: current) else { break }
      current = head
      downs += 1
    }
    return Turn(ups: Self.deepest, downs: Self.deepest)
  }

  /// The relation that a way goes up by at a step, 0 the first; "none" where it does not go so far.
  func relation(up step: Int, _ turn: Turn) -> String {
    step >= 0 && step < min(turn.ups, ancestors.count) ? reading.tokens[ancestors[step]].relation.rawValue : "none"
  }

  /// The relation that a way to `token` goes down by, counted back from its end, 0 the last.
  func relation(down step: Int, to token: Int, _ turn: Turn) -> String {
    guard step >= 0, step < turn.downs else { return "none" }
    var current = token
    for _ in 0..<step { current = reading.tree.head(of: current) ?? current }
    return reading.tokens[current].relation.rawValue
  }

  /// The token of a stretch of the text whose head lies outside it.
  static func head(of range: ByteRange, in reading: Reading) -> Int {
    var token = min(reading.token(from: range.start), reading.tokens.count - 1)
    for _ in 0..<deepest {
      guard let head = reading.tree.head(of: token), range.contains(reading.tokens[head].range) else { return token }
      token = head
    }
    return token
  }
}
