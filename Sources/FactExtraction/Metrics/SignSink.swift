internal import Documents

/// Takes the signs of something in turn, such as `near=<3:count`: to add up what they weigh, or to list them.
protocol SignSink {
  /// Notes a sign of a family with up to three values; an empty one is left out.
  mutating func note(_ family: String, _ first: String, _ second: String, _ third: String)
}

extension SignSink {
  mutating func note(_ family: String, _ first: String, _ second: String = "") { note(family, first, second, "") }
}

/// The names of signs, for what is learned from.
struct SignNames: SignSink {
  private(set) var names: [String] = []

  mutating func note(_ family: String, _ first: String, _ second: String, _ third: String) {
    names.append(family + "=" + [first, second, third].filter { !$0.isEmpty }.joined(separator: ":"))
  }
}

/// The sum of what signs weigh, without their names being made.
struct SignWeights: SignSink {
  let weights: [TextKey: Double]
  private(set) var sum: Double

  init(_ weights: [TextKey: Double], bias: Double) {
    self.weights = weights
    sum = bias
  }

  mutating func note(_ family: String, _ first: String, _ second: String, _ third: String) {
    var key = TextKey.Builder()
    key.add(family)
    key.add("=")
    key.add(first)
    if !second.isEmpty {
      key.add(":")
      key.add(second)
    }
    if !third.isEmpty {
      key.add(":")
      key.add(third)
    }
    sum += weights[key.key] ?? 0
  }
}
