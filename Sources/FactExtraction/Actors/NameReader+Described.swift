internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Bodies that common nouns name or describe: "the exporter Severn", "Orbis, a charity", "the central bank".
extension NameReader {
  private static let longestDescriptor = 3

  /// The body that a run names where a noun beside it says what it is.
  func described(_ tokens: Range<Int>) -> NameCandidate? {
    guard tokens.count <= 5, runs.known(at: tokens.lowerBound, before: tokens.upperBound) == nil,
      lexicon.givenNames.gender(runs.key(tokens.lowerBound)) == nil,
      tokens.count == 1 || runs.label(tokens.lowerBound) != .person,
      let kind = kindBefore(tokens.lowerBound) ?? kindBehind(tokens) ?? kindInApposition(to: tokens)
    else { return nil }
    return NameCandidate(tokens: tokens, sense: .organisation(kind), isDescribed: true)
  }

  /// "The exporter Severn".
  private func kindBefore(_ name: Int) -> Actor.Kind? {
    guard name > 0, reading.sentence(of: name - 1) == reading.sentence(of: name) else { return nil }
    return descriptor(endingAt: name)
  }

  /// "The Severn union", "Kani rebels": the noun that the name modifies.
  private func kindBehind(_ tokens: Range<Int>) -> Actor.Kind? {
    let next = tokens.upperBound
    guard next < reading.tokens.count, runs.label(tokens.lowerBound) != .location else { return nil }
    let match = reading.document.text.withBytes { bytes in
      lexicon.descriptors.longestMatch(
        in: bytes, words: runs.shapes.ranges, from: next, to: min(next + Self.longestDescriptor, reading.tokens.count))
    }
    guard let match, case .organisation(let kind) = match.head,
      isPlain(next..<next + match.words), isHung(tokens, on: next + match.words - 1)
    else { return nil }
    return kind
  }

  /// "Severn, a charity", "the grid operator, Severn".
  private func kindInApposition(to tokens: Range<Int>) -> Actor.Kind? {
    let head = head(of: tokens)
    if reading.tokens[head].relation == .appos, let noun = reading.tree.head(of: head) {
      return descriptor(endingAt: noun + 1)
    }
    if let noun = reading.tree.child(of: head, [.appos]) { return descriptor(endingAt: noun + 1) }
    return exemplified(by: head).flatMap { descriptor(endingAt: $0 + 1) }
  }

  /// What a name is an example of: "companies like Severn and Orbis".
  private func exemplified(by head: Int) -> Int? {
    var first = head
    while reading.tokens[first].relation == .conj, let other = reading.tree.head(of: first) { first = other }
    guard [.nmod, .obl].contains(reading.tokens[first].relation), let marker = reading.tree.caseMarker(of: first),
      Self.examples.contains(runs.key(marker))
    else { return nil }
    return reading.tree.head(of: first)
  }

  private static let examples: KeySet = [TextKey("like"), TextKey("such"), TextKey("including"), TextKey("as")]

  private func head(of tokens: Range<Int>) -> Int { NameUseReader(reading: reading).head(of: tokens) }

  private func isHung(_ tokens: Range<Int>, on noun: Int) -> Bool {
    let head = head(of: tokens)
    return reading.tree.head(of: head) == noun
      && [.compound, .amod, .nmodDesc, .nmod, .nummod, .nmodUnmarked].contains(reading.tokens[head].relation)
  }

  /// What the words right before a place say of a name, in small letters.
  private func descriptor(endingAt end: Int) -> Actor.Kind? {
    for first in max(0, end - Self.longestDescriptor)..<end {
      let match = reading.document.text.withBytes { bytes in
        lexicon.descriptors.longestMatch(in: bytes, words: runs.shapes.ranges, from: first, to: end)
      }
      guard let match, first + match.words == end, case .organisation(let kind) = match.head, isPlain(first..<end)
      else { continue }
      return kind
    }
    return nil
  }

  /// Whether words are common ones, without a capital.
  private func isPlain(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      !runs.shapes[$0].contains(.capital)
        && [.noun, .adjective, .punctuation].contains(reading.tokens[$0].upos)
    }
  }

  /// A body that a state has one of, in small letters: "the central bank", "parliament".
  func commonBody(at token: Int, in sentence: Range<Int>) -> NameCandidate? {
    guard reading.tokens[token].upos == .noun || reading.tokens[token].upos == .adjective,
      token == sentence.lowerBound || Self.openers.contains(reading.tokens[token - 1].upos)
    else { return nil }
    let match = reading.document.text.withBytes { bytes in
      lexicon.commonBodies.longestMatch(in: bytes, words: runs.shapes.ranges, from: token, to: sentence.upperBound)
    }
    guard let match, case .organisation(let kind) = match.head else { return nil }
    let end = token + match.words
    if end < sentence.upperBound, [.noun, .properNoun].contains(reading.tokens[end].upos) { return nil }
    return NameCandidate(tokens: token..<end, sense: .organisation(kind), isCommon: true)
  }

  /// What may stand before such a body: an article, an owner, a preposition; an adjective would make it one of several.
  private static let openers: Set<UPOS> = [
    .determiner, .pronoun, .particle, .adposition, .verb, .auxiliary, .punctuation, .subordinatingConjunction,
    .coordinatingConjunction, .adverb,
  ]
}
