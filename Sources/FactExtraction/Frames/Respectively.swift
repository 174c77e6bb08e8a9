internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Deals out coordinated figures to coordinated parties: "Norway and Iceland pledged €20 million and 40 officers
/// respectively" is one promise each.
struct Respectively: Sendable {
  let reading: Reading

  /// One party's share: its place in the list of parties, and the token of its figure.
  struct Share: Sendable {
    var party: Int
    var figure: Int
  }

  private static let words: KeySet = [TextKey("respectively")]

  /// The shares of `count` parties, or nothing where the clause deals out nothing or as many figures as parties are not
  /// at hand.
  ///
  /// - Parameter clause: the tokens of the clause.
  func shares(among count: Int, in clause: Range<Int>) -> [Share] {
    guard count > 1, let word = clause.first(where: { Self.words.contains(reading.formKey($0)) }) else { return [] }
    let figures = figures(in: clause)
    let before = figures.filter { $0 < word }.suffix(count)
    let dealt = before.count == count ? Array(before) : Array(figures.filter { $0 > word }.prefix(count))
    guard dealt.count == count else { return [] }
    return dealt.enumerated().map { Share(party: $0, figure: $1) }
  }

  /// The first token of each sum or count.
  private func figures(in clause: Range<Int>) -> [Int] {
    reading.measures(in: clause).compactMap { index in
      switch reading.measures[index].value {
      case .money, .number, .quantity, .percent: clause.first { reading.measure(at: $0) == index }
      default: nil
      }
    }
  }
}
