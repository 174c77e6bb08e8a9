/// Finds the best legal sequence of entity tags of a sentence (Viterbi 1967).
struct EntityDecoder {
  private static let count = NetworkShape.entities
  private var best: [Float] = []
  private var came: [UInt8] = []

  /// Appends the entities of one sentence, whose tokens start at `firstToken` of the analysis.
  mutating func decode(
    _ sums: [Int32], _ sentence: Range<Int>, _ head: QuantizedMatrix, _ transitions: EntityTransitions,
    firstToken: Int, into entities: inout [EntityMention]
  ) {
    let count = Self.count
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(-.infinity, count: 2 * count))
    came.removeAll(keepingCapacity: true)
    for token in sentence {
      step(sums, token * head.stride, head, transitions, isFirst: token == sentence.lowerBound)
    }
    var tag = 0
    for other in 1..<count where best[other] > best[tag] { tag = other }
    trace(from: tag, length: sentence.count, firstToken: firstToken, into: &entities)
  }

  /// Moves on by one token; `best` keeps the last token's scores in its first half.
  private mutating func step(
    _ sums: [Int32], _ start: Int, _ head: QuantizedMatrix, _ transitions: EntityTransitions, isFirst: Bool
  ) {
    let count = Self.count
    for tag in 0..<count {
      var (top, from) = (-Float.infinity, 0)
      let isInside = tag > 0 && tag % 2 == 0
      if isFirst {
        if !isInside { top = transitions.score(tag, behind: EntityTransitions.start) }
      } else {
        for before in isInside ? tag - 1..<tag + 1 : 0..<count {
          let score = best[before] + transitions.score(tag, behind: before)
          if score > top { (top, from) = (score, before) }
        }
      }
      best[count + tag] = top + Float(sums[start + tag]) * head.scale + head.biasValue(tag)
      came.append(UInt8(from))
    }
    for tag in 0..<count { best[tag] = best[count + tag] }
  }

  /// Reads the tags from the last back to the first.
  private func trace(from last: Int, length: Int, firstToken: Int, into entities: inout [EntityMention]) {
    var tag = last
    var end = length
    let first = entities.count
    for token in (0..<length).reversed() {
      if tag == 0 { end = token }
      if tag % 2 == 1 {
        entities.append(
          EntityMention(
            tokens: firstToken + token..<firstToken + end, label: TagTables.labels[(tag - 1) / 2]))
        end = token
      }
      tag = Int(came[token * Self.count + tag])
    }
    entities[first...].reverse()
  }
}
