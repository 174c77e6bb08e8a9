internal import Documents
internal import Lexicon

/// Takes the signs of something in turn, such as `near=before:3:count`: to add up what they weigh, or to list them.
protocol SignSink {
  /// Notes a sign of a family with up to five values; empty ones are left out.
  mutating func note(
    _ family: String, _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String)
}

extension SignSink {
  mutating func note(
    _ family: String, _ first: String, _ second: String = "", _ third: String = "", _ fourth: String = ""
  ) {
    note(family, first, second, third, fourth, "")
  }
}

/// The names of signs, for what is learned from.
struct SignNames: SignSink {
  private(set) var names: [String] = []

  mutating func note(
    _ family: String, _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String
  ) {
    names.append(
      family + "=" + [first, second, third, fourth, fifth].filter { !$0.isEmpty }.joined(separator: ":"))
  }
}

/// The sum of what signs weigh, without their names being made.
struct SignSum: SignSink {
  private let model: SelectionWeights.Model
  /// In log odds.
  private(set) var sum: Double

  init(_ model: SelectionWeights.Model) {
    self.model = model
    sum = model.bias
  }

  mutating func note(
    _ family: String, _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String
  ) {
    var key = TextKey.Builder()
    key.add(family)
    key.add("=")
    key.add(first)
    Self.add(second, to: &key)
    Self.add(third, to: &key)
    Self.add(fourth, to: &key)
    Self.add(fifth, to: &key)
    sum += model.weight(of: key.key)
  }

  @inline(__always) private static func add(_ value: String, to key: inout TextKey.Builder) {
    guard !value.isEmpty else { return }
    key.add(":")
    key.add(value)
  }
}
