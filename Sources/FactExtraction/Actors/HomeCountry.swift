internal import Lexicon
internal import PolicyModel

/// The country that a document is about where it says no other: the one that most of its names belong to.
struct HomeCountry: Sendable {
  /// Nil where no country has three of ten votes.
  let code: CountryCode?

  init(candidates: [NameCandidate], lexicon: ActorLexicon) {
    var votes: [CountryCode: Int] = [:]
    for candidate in candidates {
      switch candidate.sense {
      case .country(let code), .people(let code): votes[code, default: 0] += 1
      case .seat(let code): votes[code, default: 0] += 2
      case .place(let code): if let code { votes[code, default: 0] += 1 }
      case .institution(let index):
        if let code = lexicon.institutions[index].country { votes[code, default: 0] += 3 }
      default: if let code = candidate.country { votes[code, default: 0] += 2 }
      }
    }
    let total = votes.values.reduce(0, +)
    let best = votes.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }
    code = best.flatMap { $0.value * 10 >= total * 3 ? $0.key : nil }
  }
}
