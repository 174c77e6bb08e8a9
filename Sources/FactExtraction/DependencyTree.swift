internal import Documents
internal import LanguageAnalysis

/// The dependency trees of one document, with children and subtrees found without a search.
///
/// Tokens are named by their index in `Analysis.tokens`, -1 stands for no token. Children of all tokens lie in one
/// array, those of token t at `starts[t]..<starts[t + 1]`, in text order.
struct DependencyTree: Sendable {
  let tokens: [Token]
  /// Each token's sentence, as its index in `Analysis.sentences`.
  let sentenceOf: [Int32]
  private let starts: [Int32]
  private let childTokens: [Int32]
  /// The first and the last token of each token's subtree.
  private let subtreeStart: [Int32]
  private let subtreeEnd: [Int32]

  /// - Complexity: O(tokens) for trees of usual depth.
  init(_ analysis: Analysis) {
    let tokens = analysis.tokens
    self.tokens = tokens
    var sentenceOf = [Int32](repeating: -1, count: tokens.count)
    for (index, sentence) in analysis.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(index) }
    }
    self.sentenceOf = sentenceOf
    (starts, childTokens) = Self.children(of: tokens)
    (subtreeStart, subtreeEnd) = Self.subtrees(of: tokens)
  }

  private static func children(of tokens: [Token]) -> (starts: [Int32], children: [Int32]) {
    var starts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens where token.head >= 0 { starts[Int(token.head) + 1] += 1 }
    for index in 0..<tokens.count { starts[index + 1] += starts[index] }
    var next = starts
    var children = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for (index, token) in tokens.enumerated() where token.head >= 0 {
      children[Int(next[Int(token.head)])] = Int32(index)
      next[Int(token.head)] += 1
    }
    return (starts, children)
  }

  /// Widens every ancestor of every token until one covers it already.
  private static func subtrees(of tokens: [Token]) -> (starts: [Int32], ends: [Int32]) {
    var starts = (0..<tokens.count).map(Int32.init)
    var ends = starts
    for index in 0..<tokens.count {
      var ancestor = tokens[index].head
      let place = Int32(index)
      while ancestor >= 0, starts[Int(ancestor)] > place || ends[Int(ancestor)] < place {
        starts[Int(ancestor)] = min(starts[Int(ancestor)], place)
        ends[Int(ancestor)] = max(ends[Int(ancestor)], place)
        ancestor = tokens[Int(ancestor)].head
      }
    }
    return (starts, ends)
  }

  /// The children of a token in text order.
  func children(of token: Int) -> some RandomAccessCollection<Int> {
    childTokens[Int(starts[token])..<Int(starts[token + 1])].lazy.map(Int.init)
  }

  /// The first child with one of the relations, or nil.
  func child(of token: Int, _ relations: RelationSet) -> Int? {
    children(of: token).first { relations.contains(tokens[$0].relation) }
  }

  /// The children with one of the relations.
  func children(of token: Int, _ relations: RelationSet) -> [Int] {
    children(of: token).filter { relations.contains(tokens[$0].relation) }
  }

  /// The head of a token, or nil for a root.
  func head(of token: Int) -> Int? {
    let head = tokens[token].head
    return head >= 0 ? Int(head) : nil
  }

  /// All tokens from the first to the last of a token's subtree.
  func subtree(of token: Int) -> Range<Int> { Int(subtreeStart[token])..<Int(subtreeEnd[token]) + 1 }

  /// Whether `ancestor` is `token` or stands above it.
  func dominates(_ ancestor: Int, _ token: Int) -> Bool {
    var current = token
    while true {
      if current == ancestor { return true }
      guard let head = head(of: current) else { return false }
      current = head
    }
  }

  /// A token and what is coordinated with it, in text order: "France and Germany" for France.
  func conjuncts(of token: Int) -> [Int] {
    [token] + children(of: token).filter { tokens[$0].relation == .conj }
  }

  /// The adposition or marker that introduces a token, or nil: "in" for London of "in London".
  func caseMarker(of token: Int) -> Int? { child(of: token, [.case, .mark]) }
}
