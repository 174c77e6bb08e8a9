import Foundation

/// A logistic regression over signs that hold or not, with weights held small by their squares.
///
/// The bias is free; the weight of the prior log odds is held near 1 as the others are near 0. Fitted by Newton steps
/// on one coordinate after the other, so that the same data give the same weights.
struct LogisticRegression {
  private(set) var bias = 0.0
  private(set) var prior = 1.0
  private(set) var weights: [String: Double] = [:]

  /// One example: its prior log odds, its signs, how right it is (0 to 1), and how much it counts.
  struct Example {
    var prior: Double
    var signs: [String]
    var rightness: Double
    var weight = 1.0
  }

  private static let mostRounds = 200
  private static let tolerance = 1e-5

  /// The probability that an example is right.
  func probability(prior logOdds: Double, signs: [String]) -> Double {
    var odds = bias + prior * logOdds
    for sign in signs { odds += weights[sign] ?? 0 }
    return 1 / (1 + exp(-odds))
  }

  /// Fits weights to examples.
  init(_ examples: [Example], penalty: Double) {
    let names = Set(examples.flatMap(\.signs)).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var holders = [[Int]](repeating: [], count: names.count)
    for (index, example) in examples.enumerated() {
      for sign in Set(example.signs) { if let place = places[sign] { holders[place].append(index) } }
    }
    var values = [Double](repeating: 0, count: names.count)
    var odds = examples.map(\.prior)
    let everyone = Array(examples.indices)
    for _ in 0..<Self.mostRounds {
      var largest = 0.0
      /// Moves one weight, of the examples `members` with the values `scale`, towards `centre`.
      func step(_ value: inout Double, _ members: [Int], centre: Double, penalty: Double, _ scale: (Int) -> Double) {
        var gradient = penalty * (value - centre)
        var curvature = penalty + 1e-9
        for index in members {
          let probability = 1 / (1 + exp(-odds[index]))
          let weight = examples[index].weight * scale(index)
          gradient += (probability - examples[index].rightness) * weight
          curvature += probability * (1 - probability) * scale(index) * weight
        }
        let change = max(-1, min(1, -gradient / curvature))
        value += change
        for index in members { odds[index] += change * scale(index) }
        largest = max(largest, abs(change))
      }
      step(&bias, everyone, centre: 0, penalty: 0) { _ in 1 }
      step(&prior, everyone, centre: 1, penalty: penalty) { examples[$0].prior }
      for place in names.indices {
        step(&values[place], holders[place], centre: 0, penalty: penalty) { _ in 1 }
      }
      if largest < Self.tolerance { break }
    }
    weights = Dictionary(uniqueKeysWithValues: zip(names, values))
  }
}
