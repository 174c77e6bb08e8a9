internal import CKernels

extension Kernels {
  /// Turns columns of a matrix's sums to inputs: numbers below zero times `slope`, all times `factor`.
  static func activate(
    _ sums: [Int32], rows: Int, _ matrix: QuantizedMatrix, columns: Range<Int>, slope: Float, factor: Float = 1,
    into outputs: inout [Int16]
  ) {
    precondition(columns.upperBound <= matrix.width && rows * matrix.stride <= sums.count)
    precondition(rows * columns.count <= outputs.count)
    unsafe sums.withUnsafeBufferPointer { sums in
      unsafe outputs.withUnsafeMutableBufferPointer { outputs in
        guard let from = sums.baseAddress, let to = outputs.baseAddress else { return }
        var view = unsafe kb_columns(
          sums: from + columns.lowerBound, stride: matrix.stride, count: columns.count, scale: matrix.scale,
          bias: matrix.bias + columns.lowerBound)
        unsafe kb_activate(
          &view, rows, slope, factor * QuantizedMatrix.inputScale, QuantizedMatrix.inputLimit, to)
      }
    }
  }

  /// Turns the sums of pairs to inputs: a row's numbers of `columns` and its partner's of the next as many columns are
  /// added, and what is below zero is 0.
  static func activatePairs(
    _ sums: [Int32], _ partners: ArraySlice<Int32>, _ matrix: QuantizedMatrix, columns: Range<Int>,
    into outputs: inout [Int16]
  ) {
    let rows = partners.count
    precondition(columns.upperBound + columns.count <= matrix.width && rows * matrix.stride <= sums.count)
    precondition(rows * columns.count <= outputs.count && partners.allSatisfy { 0 <= $0 && $0 < rows })
    unsafe sums.withUnsafeBufferPointer { sums in
      unsafe partners.withUnsafeBufferPointer { partners in
        unsafe outputs.withUnsafeMutableBufferPointer { outputs in
          guard let from = sums.baseAddress, let others = partners.baseAddress, let to = outputs.baseAddress
          else { return }
          var view = unsafe kb_columns(
            sums: from + columns.lowerBound, stride: matrix.stride, count: columns.count, scale: matrix.scale,
            bias: matrix.bias + columns.lowerBound)
          unsafe kb_activate_pairs(
            &view, rows, others, QuantizedMatrix.inputScale, QuantizedMatrix.inputLimit, to)
        }
      }
    }
  }

  /// The scores of all arcs of a sentence whose rows start at `start`: for each token the root's, then every token's.
  static func arcs(
    _ queries: [Int16], _ keys: [Int16], start: Int, count: Int, _ scorer: ArcScorer, into scores: inout [Float]
  ) {
    let depth = scorer.depth
    precondition((start + count) * depth <= min(queries.count, keys.count) && count <= scorer.longest)
    precondition(count * (count + 1) <= scores.count)
    unsafe queries.withUnsafeBufferPointer { queries in
      unsafe keys.withUnsafeBufferPointer { keys in
        unsafe scorer.root.withUnsafeBufferPointer { root in
          unsafe scorer.distances.withUnsafeBufferPointer { distances in
            unsafe scores.withUnsafeMutableBufferPointer { scores in
              guard let left = queries.baseAddress, let right = keys.baseAddress, let root = root.baseAddress,
                let distance = distances.baseAddress, let to = scores.baseAddress
              else { return }
              var view = unsafe kb_arc_scorer(
                depth: depth, scale: scorer.scale, root: root, root_scale: scorer.rootScale,
                root_bias: scorer.rootBias, distances: distance + scorer.longest)
              unsafe kb_arcs(left + start * depth, &view, right + start * depth, count, to)
            }
          }
        }
      }
    }
  }
}

/// What scores the arcs of a sentence from the rounded vectors of its tokens.
struct ArcScorer: Sendable {
  /// The numbers of a vector.
  var depth: Int
  /// What turns a sum of products to a score.
  var scale: Float
  /// The root as a head.
  var root: [Int16]
  var rootScale: Float
  var rootBias: Float
  /// The scores of distances, from `longest` tokens to the left to as many to the right.
  var distances: [Float]
  /// The most tokens of a sentence.
  var longest: Int
}
