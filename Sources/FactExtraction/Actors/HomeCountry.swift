internal import Documents
internal import Lexicon
internal import PolicyModel

/// The country that a document's bodies and persons are of where it says no other: the one of its own institutions
/// before the one that it writes about.
struct HomeCountry: Sendable {
  /// Nil where no country has three of ten votes.
  let code: CountryCode?
  /// Whether it has six of ten, so that it holds for persons without an office as well.
  let holdsForPersons: Bool
  /// Whether it has six of ten of those that the whole text gives, so that it holds for figures and deeds as well:
  /// headline and dateline say whose news it is, not that all of it happened there.
  let isPlain: Bool

  /// The country where it is plain, else nil.
  var plain: CountryCode? { isPlain ? code : nil }

  /// The votes that mentions of one country may add up to, however often the text has them.
  private static let topicLimit = 8
  /// Those of one country's institutions that any reader knows, likewise.
  private static let institutionLimit = 15
  /// What a country has of being named in the headline, the dateline or the first sentence.
  private static let headVotes = 3
  /// So many blocks and words are the head of a text.
  private static let (headBlocks, headTokens) = (3, 60)

  /// No country.
  static let unknown = HomeCountry()

  private init() {
    code = nil
    holdsForPersons = false
    isPlain = false
  }

  init(candidates: [NameCandidate], lexicon: ActorLexicon, in reading: Reading) {
    var institutions: [CountryCode: Int] = [:]
    var heads: [Int32: Set<CountryCode>] = [:]
    var topics: [CountryCode: Int] = [:]
    var votes: [CountryCode: Int] = [:]
    for candidate in candidates {
      let first = candidate.tokens.lowerBound
      let block = reading.blockOf[first]
      if block < Self.headBlocks, first < Self.headTokens, candidate.seated == nil,
        let code = Self.country(candidate.sense)
      {
        heads[block, default: []].insert(code)
      }
      switch candidate.sense {
      case .country(let code), .people(let code): topics[code, default: 0] += 1
      case .seat(let code): if candidate.seated == nil { topics[code, default: 0] += 2 }
      case .place(let code): if let code { topics[code, default: 0] += 1 }
      case .institution(let index):
        let codes = candidate.alternatives.compactMap { lexicon.country(of: $0) }
        for code in Set(codes) { votes[code, default: 0] += 1 }
        if codes.isEmpty, let code = lexicon.institutions[index].country { institutions[code, default: 0] += 3 }
      default: if let code = candidate.country { votes[code, default: 0] += 2 }
      }
    }
    for (code, count) in topics { votes[code, default: 0] += min(count, Self.topicLimit) }
    for (code, count) in institutions { votes[code, default: 0] += min(count, Self.institutionLimit) }
    let text = votes
    for codes in heads.values { for code in codes { votes[code, default: 0] += Self.headVotes } }
    let best = votes.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }?.key
    code = best.flatMap { Self.holds(3, of: $0, in: votes) ? $0 : nil }
    holdsForPersons = best.map { Self.holds(6, of: $0, in: votes) } ?? false
    isPlain = best.map { Self.holds(6, of: $0, in: text) } ?? false
  }

  /// Whether a country has so many of ten votes.
  private static func holds(_ tenths: Int, of code: CountryCode, in votes: [CountryCode: Int]) -> Bool {
    votes[code, default: 0] * 10 >= votes.values.reduce(0, +) * tenths
  }
}

extension HomeCountry {
  /// The country that a name is of by itself.
  private static func country(_ sense: NameCandidate.Sense) -> CountryCode? {
    switch sense {
    case .country(let code), .people(let code), .seat(let code): code
    case .place(let code): code
    default: nil
    }
  }
}

/// The country that was named last before a place in a document, block by block: what a bulletin of many countries
/// speaks of.
struct NearestCountry: Sendable {
  private let marks: [(token: Int, code: CountryCode)]
  private let blockOf: [Int32]

  init(candidates: [NameCandidate], reading: Reading) {
    blockOf = reading.blockOf
    marks = candidates.compactMap { candidate in
      switch candidate.sense {
      case .country(let code), .people(let code), .seat(let code): (candidate.tokens.lowerBound, code)
      case .place(let code): code.map { (candidate.tokens.lowerBound, $0) }
      default: nil
      }
    }
  }

  /// The country named last before a token in its block.
  func code(before token: Int) -> CountryCode? {
    let next = marks.partitioningIndex { $0.token >= token }
    guard next > 0, blockOf[marks[next - 1].token] == blockOf[token] else { return nil }
    return marks[next - 1].code
  }
}
