internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Says who speaks at a place of a document: of a quotation its speaker, of a turn in a debate the one whose turn it is,
/// elsewhere the body that issues the document, if it shows one.
struct DocumentVoice: Sendable {
  /// The body that issues the document.
  let issuer: Party?
  /// The legislator whose work the document is about, named at its top and the most often of all persons.
  let legislator: Party?
  private let quotations: [Statement]
  /// Each token's quotation as an index into `quotations`, or -1.
  private let quotationOf: [Int32]
  /// Each block's speaker as an index into `speakers`, or -1.
  private let turnOf: [Int]
  private let speakers: [Party]
  private let reading: Reading

  init(
    reading: Reading, actors: ResolvedActors, statements: [Statement], parliament: Parliament, classes: WordClasses
  ) {
    self.reading = reading
    quotations = statements.filter(\.isDirect)
    quotationOf = Self.quotations(of: reading, quotations)
    let labels = classes["letterhead"] ?? .none
    let honorifics = classes["honorific"] ?? .none
    let issuer = Letterhead.issuer(
      of: reading.document, among: actors.actors,
      isLabel: { classes[TextKey($0)].meets(labels.union(honorifics)) },
      isHonorific: { classes[TextKey($0)].meets(honorifics) })
    self.issuer = issuer.map { Party(actor: $0, surface: actors.actors[$0].name) }
    legislator = Self.legislator(in: reading, actors, parliament)
    (turnOf, speakers) = Self.turns(in: reading, actors)
  }

  private static let fewestMentions = 3
  private static let openingSentences = 3

  private static func legislator(in reading: Reading, _ actors: ResolvedActors, _ parliament: Parliament) -> Party? {
    let persons = actors.actors.indices.filter { actors.actors[$0].kind == .person }
    guard let first = persons.max(by: { actors.actors[$0].mentions.count < actors.actors[$1].mentions.count }),
      actors.actors[first].mentions.count >= fewestMentions,
      let opening = reading.sentences.prefix(openingSentences).last?.range.end,
      actors.actors[first].mentions.contains(where: { $0.range.end <= opening })
    else { return nil }
    return parliament.contains(first) ? Party(actor: first, surface: actors.actors[first].name) : nil
  }

  private static func quotations(of reading: Reading, _ quotations: [Statement]) -> [Int32] {
    var result = [Int32](repeating: -1, count: reading.tokens.count)
    for (index, quotation) in quotations.enumerated() {
      var token = reading.token(from: quotation.range.start)
      while token < result.count, reading.tokens[token].range.start < quotation.range.end {
        if result[token] < 0 { result[token] = Int32(index) }
        token += 1
      }
    }
    return result
  }

  /// The longest introduction of a turn, in tokens: "Mr. Ito (Minister for Trade):".
  private static let longestIntroduction = 24

  private static func turns(in reading: Reading, _ actors: ResolvedActors) -> (turns: [Int], speakers: [Party]) {
    var turns = [Int](repeating: -1, count: reading.document.blocks.count)
    var speakers: [Party] = []
    var next = 0
    var current = -1
    for (block, content) in reading.document.blocks.enumerated() {
      if case .heading = content.kind { current = -1 }
      while next < reading.tokens.count, reading.blockOf[next] < block { next += 1 }
      let isAnalysed = next < reading.tokens.count && Int(reading.blockOf[next]) == block
      let introduced =
        isAnalysed
        ? introduction(at: next, of: block, in: reading, actors) : label(reading.document.text[content.range], actors)
      if let speaker = introduced {
        current = speakers.count
        speakers.append(speaker)
      }
      turns[block] = current
    }
    return (turns, speakers)
  }

  /// The person that a block names before a colon, in words that state nothing.
  private static func introduction(at first: Int, of block: Int, in reading: Reading, _ actors: ResolvedActors)
    -> Party?
  {
    var person: Int?
    for token in first..<min(first + longestIntroduction, reading.tokens.count) {
      guard Int(reading.blockOf[token]) == block else { return nil }
      if reading.form(token) == ":" {
        guard let person else { return nil }
        return actors.party(headedBy: person, in: reading)
      }
      guard ![.verb, .auxiliary].contains(reading.tokens[token].upos) else { return nil }
      if person == nil, let mention = actors.mention(at: token), mention.isName,
        actors.actors[mention.actor].kind == .person
      {
        person = token
      }
    }
    return nil
  }

  /// The person that a line outside the running text names in brackets before a colon: "The Minister (Ana Reyes): 4 May".
  private static func label(_ line: some StringProtocol, _ actors: ResolvedActors) -> Party? {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let name = parts[0].split(separator: "(").last?.prefix(while: { $0 != ")" }) else {
      return nil
    }
    let person = actors.actors.indices.first { index in
      actors.actors[index].kind == .person && actors.actors[index].name == name
    }
    return person.map { Party(actor: $0, surface: actors.actors[$0].name) }
  }

  /// Who says "I" or "we" at a token.
  func speaker(at token: Int) -> Party? { speaker(at: reading.tokens[token].range) }

  /// Whose words a stretch of the text is.
  func speaker(at range: ByteRange) -> Party? {
    let token = reading.token(from: range.start)
    if token < quotationOf.count, quotationOf[token] >= 0 {
      let quotation = quotations[Int(quotationOf[token])]
      if quotation.range.contains(range) { return quotation.speaker }
    }
    return turn(at: range) ?? issuer
  }

  /// The speaker of the turn that a stretch belongs to.
  private func turn(at range: ByteRange) -> Party? {
    let token = reading.token(from: range.start)
    guard token < reading.tokens.count, reading.blockOf[token] >= 0 else { return nil }
    let turn = turnOf[Int(reading.blockOf[token])]
    return turn >= 0 ? speakers[turn] : nil
  }
}
