internal import Documents
internal import LanguageAnalysis
internal import Normalization

/// Hangs words right where the figures of a text settle what the parser has to guess.
///
/// "Promised Moldova €2 million": a name right before a sum of money that is no part of it is given the sum, not a
/// compound of it. "Envisages 500 charging points": a gerund between a number and what it counts describes that.
/// "Offered Bulgaria 2 million cubic metres": of two objects of a verb the first is given the second.
/// "Attorney General Ana Reyes said": of two subjects side by side the first is the title of the second.
struct ArgumentRepair: Sendable {
  /// The analysis with the heads and relations put right.
  func repaired(_ analysis: Analysis, measures: [Measure]) -> Analysis {
    var repaired = analysis
    for measure in measures {
      guard case .money = measure.value, let sum = Self.token(at: measure.range.start, in: analysis.tokens), sum > 0,
        let verb = Self.giver(of: sum - 1, before: sum, in: analysis)
      else { continue }
      repaired.tokens[sum - 1].head = Int32(verb)
      repaired.tokens[sum - 1].relation = .iobj
    }
    for token in analysis.tokens.indices.dropFirst() {
      Self.rehang(token, in: &repaired)
      Self.give(token, in: &repaired)
      Self.entitle(token, in: &repaired)
    }
    return repaired
  }

  /// Makes the title before a name describe the name where both were taken for subjects of one verb.
  private static func entitle(_ name: Int, in analysis: inout Analysis) {
    let token = analysis.tokens[name]
    guard token.upos == .properNoun, token.relation == .nsubj || token.relation == .nsubjPass else { return }
    var title = name - 1
    while title >= 0, name - title <= longestTitle {
      let word = analysis.tokens[title]
      guard [.noun, .properNoun].contains(word.upos) else { return }
      if word.head == token.head, word.relation == token.relation {
        analysis.tokens[title].head = Int32(name)
        analysis.tokens[title].relation = .nmodDesc
        return
      }
      guard word.head == Int32(name) else { return }
      title -= 1
    }
  }

  private static let longestTitle = 4

  /// Makes the object before a further one of the same verb the one that is given it.
  private static func give(_ object: Int, in analysis: inout Analysis) {
    let token = analysis.tokens[object]
    guard token.relation == .obj, token.head >= 0, Int(token.head) < object,
      let first = (Int(token.head) + 1..<object).first(where: {
        analysis.tokens[$0].relation == .obj && analysis.tokens[$0].head == token.head
      }), [.properNoun, .noun, .pronoun].contains(analysis.tokens[first].upos)
    else { return }
    analysis.tokens[first].relation = .iobj
  }

  /// Makes a gerund describe its object where a number before it counts that object.
  private static func rehang(_ gerund: Int, in analysis: inout Analysis) {
    let token = analysis.tokens[gerund]
    let number = analysis.tokens[gerund - 1]
    let object = Int(number.head)
    guard token.xpos == .vbg, token.head >= 0, number.relation == .nummod, object == gerund + 1,
      Int(analysis.tokens[object].head) == gerund
    else { return }
    let governor = Int(token.head)
    let hasObject =
      governor > object
      || analysis.tokens[governor..<gerund].contains {
        $0.relation == .obj && Int($0.head) == governor
      }
    analysis.tokens[gerund].head = Int32(object)
    analysis.tokens[gerund].relation = .amod
    analysis.tokens[object].head = Int32(governor)
    analysis.tokens[object].relation = hasObject ? .obl : .obj
  }

  /// The verb that has the sum as its object, and the word as another or as a compound of the sum.
  private static func giver(of word: Int, before sum: Int, in analysis: Analysis) -> Int? {
    let tokens = analysis.tokens
    let head = Int(tokens[word].head)
    // Two objects side by side: the first is given the second.
    if tokens[word].relation == .obj, head >= 0, head < word, tokens[head].upos == .verb,
      [.properNoun, .noun].contains(tokens[word].upos), tokens[sum].relation == .obj,
      tokens[sum].head == tokens[word].head
    {
      return head
    }
    guard tokens[word].relation == .compound || tokens[word].relation == .nmodUnmarked, head >= sum,
      [.properNoun, .noun].contains(tokens[word].upos), tokens[head].relation == .obj, tokens[sum].xpos == .dollar,
      tokens[word].range.end < tokens[sum].range.start
    else { return nil }
    let verb = Int(tokens[head].head)
    return verb >= 0 && verb < word && tokens[verb].upos == .verb ? verb : nil
  }

  /// The token that begins at an offset.
  private static func token(at start: Int, in tokens: [Token]) -> Int? {
    let token = tokens.partitioningIndex { $0.range.start >= start }
    return token < tokens.count && tokens[token].range.start == start ? token : nil
  }
}
