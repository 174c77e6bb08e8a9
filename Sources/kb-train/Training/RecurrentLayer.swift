import CTrainingKernels
import LanguageAnalysis

/// One layer of the encoder while it trains: a gated recurrence in both directions (the simple recurrent unit of Lei
/// et al. 2018 without its highway) whose sums depend on the inputs only, so that they are one product for all words.
///
/// state = forget · previous state + (1 - forget) · candidate; output = gate · tanh(state).
struct RecurrentLayer {
  var weights: Matrix
  var bias: Matrix
  private let units: Int

  /// What the way back needs from the way forward.
  struct Trace {
    var inputs: [Float]
    /// Candidate, forget gate and output gate of both directions.
    var gates: [Float]
    /// The states and their hyperbolic tangents, both directions.
    var states: [Float]
    var squashed: [Float]
    var sequences: [Range<Int>]
  }

  init(inputs: Int, units: Int, _ random: inout SplitMix) {
    self.units = units
    weights = Matrix(inputs, 6 * units, bound: (3 / Float(inputs)).squareRoot(), &random)
    bias = Matrix(1, 6 * units)
    for index in 0..<2 * units {
      let direction = index / units
      bias.values[direction * 3 * units + units + index % units] = 0.5
    }
  }

  /// The outputs for all words of the sequences.
  func forward(_ inputs: [Float], rows: Int, _ sequences: [Range<Int>]) -> (outputs: [Float], trace: Trace) {
    var gates = Product.forward(inputs, weights, rows: rows)
    var outputs = [Float](repeating: 0, count: rows * 2 * units)
    var states = outputs
    activate(&gates, rows: rows)
    for sequence in sequences {
      for direction in 0..<2 { run(direction, sequence, gates, &states) }
    }
    var squashed = states
    Self.squash(&squashed)
    for row in 0..<rows {
      for direction in 0..<2 {
        let out = row * 2 * units + direction * units
        let gate = row * 6 * units + direction * 3 * units + 2 * units
        for unit in 0..<units { outputs[out + unit] = gates[gate + unit] * squashed[out + unit] }
      }
    }
    return (
      outputs, Trace(inputs: inputs, gates: gates, states: states, squashed: squashed, sequences: sequences)
    )
  }

  private static func squash(_ numbers: inout [Float]) {
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      unsafe kb_tanh_all(start, numbers.count)
    }
  }

  /// Adds the bias and puts the gates through the logistic function.
  private func activate(_ gates: inout [Float], rows: Int) {
    let width = 6 * units
    let units = units
    unsafe gates.withUnsafeMutableBufferPointer { gates in
      guard let start = gates.baseAddress else { return }
      for row in 0..<rows {
        for column in 0..<width { unsafe start[row * width + column] += bias.values[column] }
        unsafe kb_logistic_all(start + row * width + units, 2 * units)
        unsafe kb_logistic_all(start + row * width + 4 * units, 2 * units)
      }
    }
  }

  private func run(_ direction: Int, _ sequence: Range<Int>, _ gates: [Float], _ states: inout [Float]) {
    var last: Int?
    for step in 0..<sequence.count {
      let row = direction == 0 ? sequence.lowerBound + step : sequence.upperBound - 1 - step
      let out = row * 2 * units + direction * units
      let gate = row * 6 * units + direction * 3 * units
      for unit in 0..<units {
        let forget = gates[gate + units + unit]
        let before = last.map { states[$0 + unit] } ?? 0
        states[out + unit] = forget * before + (1 - forget) * gates[gate + unit]
      }
      last = out
    }
  }

  /// What gradients of the outputs mean for the inputs; adds what they mean for the weights.
  mutating func backward(_ gradients: [Float], rows: Int, _ trace: Trace) -> [Float] {
    var sums = [Float](repeating: 0, count: rows * 6 * units)
    for sequence in trace.sequences {
      for direction in 0..<2 { unrun(direction, sequence, gradients, trace, &sums) }
    }
    for row in 0..<rows {
      for column in 0..<6 * units { bias.gradients[column] += sums[row * 6 * units + column] }
    }
    return Product.backward(trace.inputs, &weights, sums, rows: rows)
  }

  private func unrun(
    _ direction: Int, _ sequence: Range<Int>, _ gradients: [Float], _ trace: Trace, _ sums: inout [Float]
  ) {
    var carried = [Float](repeating: 0, count: units)
    for step in (0..<sequence.count).reversed() {
      let row = direction == 0 ? sequence.lowerBound + step : sequence.upperBound - 1 - step
      let out = row * 2 * units + direction * units
      let gate = row * 6 * units + direction * 3 * units
      let before = step == 0 ? nil : out + (direction == 0 ? -2 : 2) * units
      for unit in 0..<units {
        let candidate = trace.gates[gate + unit]
        let forget = trace.gates[gate + units + unit]
        let open = trace.gates[gate + 2 * units + unit]
        let squashed = trace.squashed[out + unit]
        let gradient = gradients[out + unit]
        let state = carried[unit] + gradient * open * (1 - squashed * squashed)
        let previous = before.map { trace.states[$0 + unit] } ?? 0
        sums[gate + unit] = state * (1 - forget)
        sums[gate + units + unit] = state * (previous - candidate) * forget * (1 - forget)
        sums[gate + 2 * units + unit] = gradient * squashed * open * (1 - open)
        carried[unit] = state * forget
      }
    }
  }

  /// Takes one step of the optimizer.
  mutating func step(_ optimizer: Optimizer) {
    weights.step(optimizer)
    bias.step(optimizer)
  }
}
