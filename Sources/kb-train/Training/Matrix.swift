import CTrainingKernels
import Dispatch

/// A matrix of weights with its gradients and the running means of Adam, row after row.
struct Matrix {
  let rows: Int
  /// A multiple of 16.
  let columns: Int
  var values: [Float]
  var gradients: [Float]
  private var means: [Float]
  private var squares: [Float]

  /// Makes a matrix of zeros.
  init(_ rows: Int, _ columns: Int) {
    precondition(columns % 16 == 0, "the kernels want rows of 16 numbers each")
    self.rows = rows
    self.columns = columns
    values = [Float](repeating: 0, count: rows * columns)
    gradients = values
    means = values
    squares = values
  }

  /// Makes a matrix of numbers drawn evenly between -`bound` and `bound`.
  init(_ rows: Int, _ columns: Int, bound: Float, _ random: inout SplitMix) {
    self.init(rows, columns)
    for index in values.indices { values[index] = (random.unit() * 2 - 1) * bound }
  }

  /// The sum of the squares of the gradients.
  var gradientNorm: Double { gradients.reduce(0) { $0 + Double($1) * Double($1) } }

  /// Takes one step of Adam and clears the gradients.
  mutating func step(_ optimizer: Optimizer) { step(optimizer, 0..<values.count) }

  /// The same for one row only.
  mutating func step(_ optimizer: Optimizer, row: Int) { step(optimizer, row * columns..<(row + 1) * columns) }

  private mutating func step(_ optimizer: Optimizer, _ range: Range<Int>) {
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe gradients.withUnsafeMutableBufferPointer { gradients in
        unsafe means.withUnsafeMutableBufferPointer { means in
          unsafe squares.withUnsafeMutableBufferPointer { squares in
            guard let values = values.baseAddress, let gradients = gradients.baseAddress,
              let means = means.baseAddress, let squares = squares.baseAddress
            else { return }
            let first = range.lowerBound
            unsafe kb_adam(
              values + first, gradients + first, means + first, squares + first, range.count, optimizer.rate,
              optimizer.meanDecay, optimizer.squareDecay, optimizer.clip)
          }
        }
      }
    }
  }
}

/// What one step of Adam needs to know.
struct Optimizer {
  var rate: Float
  var meanDecay: Float = 0.9
  var squareDecay: Float = 0.95
  /// What gradients are multiplied by, so that their norm stays within a bound.
  var clip: Float = 1
}

/// A left operand: where it starts and how far its rows and columns lie apart.
struct Operand {
  var start = 0
  var rowStride: Int
  var columnStride = 1
}

/// The products that training is made of.
enum Product {
  /// result[rows × width] += left · right, with `right` of `depth` rows of `width` from `rightStart` on.
  static func add(
    _ left: [Float], _ operand: Operand, _ right: [Float], rightStart: Int = 0, rows: Int, depth: Int, width: Int,
    to result: inout [Float], at place: Int = 0
  ) {
    precondition(place + rows * width <= result.count && rightStart + depth * width <= right.count)
    guard rows > 0, depth > 0 else { return }
    precondition(
      operand.start + (rows - 1) * operand.rowStride + (depth - 1) * operand.columnStride < left.count)
    unsafe result.withUnsafeMutableBufferPointer { result in
      unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
          guard let result = result.baseAddress, let left = left.baseAddress, let right = right.baseAddress
          else { return }
          let product = unsafe SharedProduct(
            result: result + place, left: left + operand.start, operand: operand, right: right + rightStart, rows: rows,
            depth: depth, width: width)
          product.run()
        }
      }
    }
  }

  /// outputs = inputs · weights for `rows` rows.
  static func forward(_ inputs: [Float], _ weights: Matrix, rows: Int) -> [Float] {
    var outputs = [Float](repeating: 0, count: rows * weights.columns)
    add(
      inputs, Operand(rowStride: weights.rows), weights.values, rows: rows, depth: weights.rows,
      width: weights.columns, to: &outputs)
    return outputs
  }

  /// Adds what `gradients` of the outputs mean for the weights, and returns what they mean for the inputs.
  static func backward(_ inputs: [Float], _ weights: inout Matrix, _ gradients: [Float], rows: Int) -> [Float] {
    addWeightGradients(inputs, &weights, gradients, rows: rows)
    var result = [Float](repeating: 0, count: rows * weights.rows)
    let turned = transposed(weights.values, rows: weights.rows, columns: weights.columns)
    add(
      gradients, Operand(rowStride: weights.columns), turned, rows: rows, depth: weights.columns, width: weights.rows,
      to: &result)
    return result
  }

  /// Adds what `gradients` of the outputs mean for the weights.
  static func addWeightGradients(_ inputs: [Float], _ weights: inout Matrix, _ gradients: [Float], rows: Int) {
    add(
      inputs, Operand(rowStride: 1, columnStride: weights.rows), gradients, rows: weights.rows, depth: rows,
      width: weights.columns, to: &weights.gradients)
  }

  /// The transposed matrix.
  static func transposed(_ values: [Float], rows: Int, columns: Int) -> [Float] {
    var result = [Float](repeating: 0, count: values.count)
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = values[row * columns + column] }
    }
    return result
  }
}

/// A product that is shared out among the cores, some rows at a time, where it is large enough to pay. The sums of a
/// row do not depend on the others, so the bits are the same.
@safe private struct SharedProduct: @unchecked Sendable {
  // No two parts write the same rows, and nothing is written that any of them reads: sharing the pointers is safe.
  let result: UnsafeMutablePointer<Float>
  let left: UnsafePointer<Float>
  let operand: Operand
  let right: UnsafePointer<Float>
  let rows: Int
  let depth: Int
  let width: Int

  private static let largeEnough = 1 << 22
  private static let rowsOfPart = 96

  func run() {
    guard rows * depth * width >= Self.largeEnough else { return multiply(0..<rows) }
    DispatchQueue.concurrentPerform(iterations: (rows + Self.rowsOfPart - 1) / Self.rowsOfPart) { part in
      multiply(part * Self.rowsOfPart..<min((part + 1) * Self.rowsOfPart, rows))
    }
  }

  private func multiply(_ part: Range<Int>) {
    unsafe kb_multiply(
      result + part.lowerBound * width, left + part.lowerBound * operand.rowStride, operand.rowStride,
      operand.columnStride, right, part.count, depth, width)
  }
}

/// A small random number generator with a fixed sequence for a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not 1.
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }
}
