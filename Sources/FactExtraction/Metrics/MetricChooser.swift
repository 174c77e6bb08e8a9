internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Chooses the words for what a figure measures.
///
/// A logistic regression gives each word the probability that it belongs to the metric; the wording is chosen whose words
/// are expected to agree best with those that do, in terms of an F score that counts what is left out for more than what is
/// too much.
struct MetricChooser {
  let finder: MetricFinder
  let judge: SelectionJudge

  /// The name of its place among the weights.
  static let place = "metric"
  /// How much more what is left out counts than what is too much.
  private static let beta = 1.5
  /// How many words of a metric are expected that stand nowhere.
  private static let unseen = 0.3
  /// By how much another wording must be better than that of the rules.
  private static let margin = 0.05

  /// A metric, and what it was chosen from.
  struct Chosen {
    var metric: MetricFinder.Metric
    /// The words that it was chosen by; nil unless they were asked for.
    var selection: Selection?
  }

  /// The metric of a figure.
  ///
  /// - Parameters:
  ///   - told: the metric of the figure before, for one that refers back to it.
  ///   - listsSigns: whether the signs of all words are wanted.
  func metric(of candidate: FigureCandidate, after told: MetricFinder.Metric?, listsSigns: Bool) -> Chosen {
    let made = MetricWordings(finder, candidate, after: told)
    let words = MetricWords(made)
    let signs = MetricWordSigns(made)
    let probabilities = words.words.map { word in
      judge.probability { signs.note(word, in: words, &$0) }
    }
    let wanted = probabilities.reduce(0, +) + Self.unseen
    let agreements = words.contents.map { content in
      SelectionJudge.agreement(
        shared: content.reduce(0) { $0 + probabilities[$1] }, of: content.count, wanted: wanted, beta: Self.beta)
    }
    let best = agreements.indices.dropFirst().reduce(0) { best, index in
      agreements[index] > agreements[best] + (best == 0 ? Self.margin : 0) ? index : best
    }
    var chosen = Chosen(metric: words.wordings[best].metric)
    if listsSigns {
      let options = words.words.map { word in
        var names = SignNames()
        signs.note(word, in: words, &names)
        return Selection.Option(name: word.text, signs: names.names)
      }
      chosen.selection = Selection(place: Self.place, options: options)
    }
    return chosen
  }
}
