import CTrainingKernels
import LanguageAnalysis

/// Losses and their gradients.
enum Loss {
  /// Turns the scores in a range into probabilities in place.
  static func softmax(_ scores: inout [Float], _ range: Range<Int>) {
    var top = scores[range.lowerBound]
    for index in range { top = max(top, scores[index]) }
    var sum: Float = 0
    for index in range {
      scores[index] = exponential(scores[index] - top)
      sum += scores[index]
    }
    for index in range { scores[index] /= sum }
  }

  /// e to the power of x, x at most 0, the same bits on every machine: a polynomial for the fraction, the exponent set
  /// directly (error below 2 in 10 million).
  static func exponential(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = x * 1.442_695_04
    let whole = scaled.rounded(.down)
    let f = (scaled - whole) * 0.693_147_18
    var value: Float = 1 + f / 6 * (1 + f / 7)
    value = 1 + f / 5 * value
    value = 1 + f / 4 * value
    value = 1 + f / 3 * value
    value = 1 + f / 2 * value
    value = 1 + f * value
    return Float(sign: .plus, exponent: Int(whole), significand: value)
  }

  /// Changes the scores in a range into the gradients of the loss of one choice (probability less 1 for the wanted
  /// class), times `weight`.
  static func choice(_ scores: inout [Float], _ range: Range<Int>, wanted: Int, weight: Float) {
    softmax(&scores, range)
    scores[range.lowerBound + wanted] -= 1
    for index in range { scores[index] *= weight }
  }

  /// The same for what is wanted of one word: the loss is the cross-entropy with the shares.
  static func choice(_ scores: inout [Float], _ range: Range<Int>, wanted: Targets, _ word: Int, weight: Float) {
    let places = wanted.places(word)
    guard !places.isEmpty else {
      for index in range { scores[index] = 0 }
      return
    }
    softmax(&scores, range)
    for place in places { scores[range.lowerBound + Int(wanted.classes[place])] -= wanted.shares[place] }
    for index in range { scores[index] *= weight }
  }
}
