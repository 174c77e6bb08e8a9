internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds who speaks a quotation: in the words behind it, before it, or around it.
struct AttributionFinder {
  let speakers: SpeakerFinder
  let quotations: [Quotation]

  private static let behindVerbs = 14
  private static let beside = 4
  private static let according = TextKey("according")
  /// What ends a sentence behind the quotation marks.
  private static let stops: Set = [".", ";", ":"]

  private var reading: Reading { speakers.reading }

  /// The attribution of a quotation by its own sentence, or nil.
  func attribution(of index: Int) -> Attribution? {
    let before = tokens(before: index)
    let behind = tokens(behind: index)
    if let behind, let found = source(in: behind) { return found }
    let introduces =
      before.last.map { isColonOrComma($0) || !speakers.ways($0).isEmpty } ?? false || isPart(quotations[index])
    if introduces, let found = speech(in: before, isBefore: true) { return found }
    if let behind, let found = speech(in: behind, isBefore: false) { return found }
    return speech(in: before, isBefore: true) ?? governing(index) ?? source(in: before)
  }

  /// The words between the quotation and the one before it, or the start of the sentence.
  private func tokens(before index: Int) -> Range<Int> {
    let quotation = quotations[index]
    let end = reading.token(from: quotation.outer.start)
    guard end < reading.tokens.count else { return end..<end }
    var lower = floor(of: index)
    var sentence = reading.sentence(of: end)
    if reading.sentences[sentence].tokens.lowerBound >= end, end > lower, isColonOrComma(end - 1) {
      sentence = reading.sentence(of: end - 1)
    }
    lower = max(lower, reading.sentences[sentence].tokens.lowerBound)
    return min(lower, end)..<end
  }

  /// The first token of the quotation's block behind the quotation before.
  private func floor(of index: Int) -> Int {
    let quotation = quotations[index]
    let start = reading.document.blocks[quotation.block].range.start
    guard index > 0, quotations[index - 1].block == quotation.block else { return reading.token(from: start) }
    return reading.token(from: quotations[index - 1].outer.end)
  }

  /// The words behind the quotation to the end of the sentence, or nil where a new sentence begins.
  private func tokens(behind index: Int) -> Range<Int>? {
    let quotation = quotations[index]
    let blockEnd = reading.document.blocks[quotation.block].range.end
    var limit = reading.token(from: blockEnd)
    if index + 1 < quotations.count { limit = min(limit, reading.token(from: quotations[index + 1].outer.start)) }
    var first = reading.token(from: quotation.outer.end)
    var (sawComma, sawStop) = (false, false)
    while first < limit, reading.tokens[first].upos == .punctuation {
      sawComma = sawComma || reading.form(first) == ","
      sawStop = sawStop || Self.stops.contains(reading.form(first))
      first += 1
    }
    guard first < limit, !sawStop else { return nil }
    if !sawComma, !invitesAttribution(quotation, first) { return nil }
    return first..<min(limit, reading.sentences[reading.sentence(of: first)].tokens.upperBound)
  }

  /// Whether the sentence goes on behind the quotation as if there were none: "vowed to fight “mine by mine” against it".
  private func isPart(_ quotation: Quotation) -> Bool {
    let last = reading.document.text[ByteRange(quotation.inner.end - 1, quotation.inner.end)]
    let next = reading.token(from: quotation.outer.end)
    guard last.first.map({ $0.isLetter || $0.isNumber }) ?? false, next < reading.tokens.count else { return false }
    return reading.tokens[next].upos != .punctuation
  }

  /// Whether the quotation's last mark lets the sentence go on behind it.
  private func invitesAttribution(_ quotation: Quotation, _ next: Int) -> Bool {
    let last = reading.document.text[ByteRange(quotation.inner.end - 1, quotation.inner.end)]
    if last == "." || last == "\u{FFFD}" { return reading.surface(next).first?.isLowercase ?? false }
    return true
  }

  private func isColonOrComma(_ token: Int) -> Bool {
    let form = reading.form(token)
    return form == ":" || form == ","
  }

  /// The reporting verb of the words and its speaker.
  private func speech(in tokens: Range<Int>, isBefore: Bool) -> Attribution? {
    let candidates = isBefore ? Array(tokens.reversed()) : Array(tokens.prefix(Self.behindVerbs))
    for token in candidates {
      let ways = speakers.ways(token)
      guard !ways.isDisjoint(with: isBefore ? [.say, .judge] : [.say, .manner]) else { continue }
      if let speaker = speaker(of: token, in: tokens, isBefore: isBefore) {
        return Attribution(speaker: speaker, verb: token, tokens: tokens)
      }
    }
    return nil
  }

  /// The subject by the tree; where it names nobody, a person named right beside the verb comes first.
  private func speaker(of verb: Int, in tokens: Range<Int>, isBefore: Bool) -> Party? {
    guard let subject = speakers.subject(of: verb) else {
      return speakers.nearestName(to: verb, in: tokens, behindFirst: !isBefore)
    }
    if subject.actor != nil { return subject }
    let beside = max(tokens.lowerBound, verb - Self.beside)..<min(tokens.upperBound, verb + Self.beside)
    let person = beside.filter { speakers.isPerson($0) && $0 != verb }.min { abs($0 - verb) < abs($1 - verb) }
    return person.map(speakers.party) ?? subject
  }

  /// `according to Ann Bee` among the words.
  private func source(in tokens: Range<Int>) -> Attribution? {
    guard let token = tokens.first(where: { reading.formKey($0) == Self.according }) else { return nil }
    guard let head = reading.tree.head(of: token), tokens.contains(head), head > token else { return nil }
    return Attribution(speaker: speakers.party(head), verb: token, tokens: tokens)
  }

  /// The reporting verb that governs the quoted words in the tree.
  private func governing(_ index: Int) -> Attribution? {
    let quotation = quotations[index]
    let first = reading.token(from: quotation.inner.start)
    guard first < reading.tokens.count, reading.tokens[first].range.start < quotation.inner.end else { return nil }
    var current = first
    for _ in 0..<12 {
      guard let head = reading.tree.head(of: current) else { return nil }
      if !speakers.isQuoted[head], !speakers.ways(head).isEmpty, let speaker = speakers.subject(of: head) {
        return Attribution(speaker: speaker, verb: head, tokens: head..<head + 1)
      }
      current = head
    }
    return nil
  }
}

extension Reading {
  /// The first token that ends behind `offset`, or the number of tokens.
  func token(from offset: Int) -> Int { tokens.partitioningIndex { $0.range.end > offset } }
}
