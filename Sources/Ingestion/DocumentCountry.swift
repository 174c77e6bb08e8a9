import Documents
import LanguageAnalysis
import Lexicon
import PolicyModel

/// The country that a document is about: what decides between dollars, and between day and month first.
struct DocumentCountry: Sendable {
  private let countries = Countries.embedded

  /// The country that more than half of the names of countries and peoples point to, where there are at least two.
  func callAsFunction(_ analysis: Analysis) -> CountryCode? {
    var mentions: [CountryCode: Int] = [:]
    for entity in analysis.entities where entity.label == .location || entity.label == .nationality {
      let first = analysis.tokens[entity.tokens.lowerBound].range
      let last = analysis.tokens[entity.tokens.upperBound - 1].range
      let name = analysis.text[first.union(last)]
      let named = countries.countries(named: name) + countries.countries(demonym: name)
      if let country = named.first, named.count == 1 { mentions[country.code, default: 0] += 1 }
    }
    let total = mentions.values.reduce(0, +)
    return total >= 2 ? mentions.first { $0.value * 2 > total }?.key : nil
  }
}
