internal import CKernels

/// The compiled loops, behind checks of their arrays' sizes.
enum Kernels {
  /// The products of `rows` inputs with a matrix, in `outputs`.
  static func dense(_ inputs: [Int16], rows: Int, _ matrix: QuantizedMatrix, into outputs: inout [Int32]) {
    precondition(rows * matrix.depth <= inputs.count && rows * matrix.stride <= outputs.count)
    unsafe inputs.withUnsafeBufferPointer { inputs in
      unsafe outputs.withUnsafeMutableBufferPointer { outputs in
        guard let from = inputs.baseAddress, let to = outputs.baseAddress else { return }
        unsafe kb_dense(from, rows, matrix.depth, matrix.weights, matrix.stride, to)
      }
    }
  }

  /// Runs one direction of a layer over the rows of one sequence.
  static func recur(
    _ gates: [Int32], _ sequence: Range<Int>, _ layer: QuantizedMatrix, direction: Int, units: Int,
    states: inout [Float], into outputs: inout [Float]
  ) {
    precondition(sequence.upperBound * layer.stride <= gates.count && units <= states.count)
    precondition(sequence.upperBound * 2 * units <= outputs.count && layer.stride == 6 * units)
    precondition(units % Int(KB_LANES) == 0)
    for unit in 0..<units { states[unit] = 0 }
    unsafe gates.withUnsafeBufferPointer { gates in
      unsafe states.withUnsafeMutableBufferPointer { states in
        unsafe outputs.withUnsafeMutableBufferPointer { outputs in
          guard let from = gates.baseAddress, let state = states.baseAddress, let to = outputs.baseAddress
          else { return }
          unsafe kb_recur(
            from + sequence.lowerBound * layer.stride + direction * 3 * units, sequence.count, layer.stride, units,
            direction == 0 ? 1 : -1, layer.scale, layer.bias + direction * 3 * units, state,
            to + sequence.lowerBound * 2 * units + direction * units, 2 * units)
        }
      }
    }
  }

  /// Adds the first `count` of `others` to `numbers` and rounds them to inputs of a matrix.
  static func addAndQuantize(_ numbers: inout [Float], _ others: [Float], count: Int, into outputs: inout [Int16]) {
    precondition(count <= numbers.count && count <= others.count && count <= outputs.count)
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe others.withUnsafeBufferPointer { others in
        unsafe outputs.withUnsafeMutableBufferPointer { outputs in
          guard let sums = numbers.baseAddress, let added = others.baseAddress, let to = outputs.baseAddress
          else { return }
          unsafe kb_add_and_quantize(
            sums, added, count, QuantizedMatrix.inputScale, QuantizedMatrix.inputLimit, to)
        }
      }
    }
  }

  /// Rounds the first `count` numbers to inputs of a matrix.
  static func quantize(_ numbers: [Float], count: Int, into outputs: inout [Int16]) {
    precondition(count <= numbers.count && count <= outputs.count)
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe outputs.withUnsafeMutableBufferPointer { outputs in
        guard let from = numbers.baseAddress, let to = outputs.baseAddress else { return }
        unsafe kb_quantize(from, count, QuantizedMatrix.inputScale, QuantizedMatrix.inputLimit, to)
      }
    }
  }
}

extension Kernels {
  /// Rounds the first `count` sums, each times `scale`, to inputs of a matrix.
  static func quantize(_ sums: [Int32], count: Int, scale: Float, into outputs: inout [Int16]) {
    precondition(count <= sums.count && count <= outputs.count)
    unsafe sums.withUnsafeBufferPointer { sums in
      unsafe outputs.withUnsafeMutableBufferPointer { outputs in
        guard let from = sums.baseAddress, let to = outputs.baseAddress else { return }
        unsafe kb_quantize_sums(
          from, count, scale * QuantizedMatrix.inputScale, QuantizedMatrix.inputLimit, to)
      }
    }
  }

  /// Adds rows of an embedding table to the sums of one token.
  static func addRows(
    _ table: EmbeddingTable, _ rows: [UInt32], _ range: Range<Int>, to sums: inout [Int32], at place: Int
  ) {
    precondition(range.upperBound <= rows.count && place + table.width <= sums.count)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        guard let from = rows.baseAddress, let to = sums.baseAddress else { return }
        unsafe kb_add_rows(table.values, table.width, from + range.lowerBound, range.count, to + place)
      }
    }
  }
}
