internal import CKernels

/// A matrix of 16-bit weights with a bias, read in place, packed as `kb_dense` wants it.
///
/// Inputs are 16-bit integers of at most ±4095, weights of at most ±2047, at most 256 of them: sums fit 32 bits, and
/// being exact they are the same on every CPU.
@safe package struct QuantizedMatrix: @unchecked Sendable {
  /// The largest input.
  package static let inputLimit: Float = 4095
  /// The largest weight.
  package static let weightLimit: Float = 2047
  /// What inputs are multiplied by before they are rounded, so that ±8 fits.
  package static let inputScale: Float = 512
  private static let headerBytes = 64

  // Leads into the model, which outlives it and is never written: sharing it is safe.
  let weights: UnsafePointer<Int16>
  let bias: UnsafePointer<Float>
  /// The number of outputs.
  let width: Int
  /// The numbers of a row of sums: `width` and padding.
  let stride: Int
  /// The number of inputs.
  let depth: Int
  /// What turns a sum into a number.
  let scale: Float

  init(_ section: ModelSection) {
    unsafe width = Int(section.start.load(as: UInt32.self))
    unsafe depth = Int(section.start.load(fromByteOffset: 4, as: UInt32.self))
    stride = Self.padded(width)
    unsafe scale = section.start.load(fromByteOffset: 8, as: Float.self) / Self.inputScale
    let biasBytes = (width * 4 + 63) & ~63
    unsafe bias = (section.start + Self.headerBytes).assumingMemoryBound(to: Float.self)
    unsafe weights = (section.start + Self.headerBytes + biasBytes).assumingMemoryBound(to: Int16.self)
  }

  /// The bias of one output.
  @inline(__always) func biasValue(_ output: Int) -> Float { unsafe bias[output] }

  /// The weights of the first output.
  var firstColumn: [Int16] {
    (0..<depth).map { input in unsafe weights[Self.place(input, 0, depth: depth)] }
  }

  /// The width with padding to whole blocks.
  private static func padded(_ width: Int) -> Int { (width + lanes - 1) / lanes * lanes }

  /// The outputs of a block.
  private static let lanes = Int(KB_LANES)

  /// Where the weight from an input to an output lies.
  private static func place(_ input: Int, _ output: Int, depth: Int) -> Int {
    output / lanes * lanes * depth + input / 2 * 2 * lanes + output % lanes * 2 + input % 2
  }

  /// The bytes of a matrix given as training has it, a row an input, of which the first `width` columns are used.
  package static func encode(_ values: [Float], depth: Int, columns: Int, width: Int, bias: [Float]) -> [UInt8] {
    var top: Float = 1e-6
    for row in 0..<depth {
      for column in 0..<width { top = max(top, abs(values[row * columns + column])) }
    }
    let scale = top / weightLimit
    var weights = [Int16](repeating: 0, count: padded(width) * depth)
    for output in 0..<width {
      for input in 0..<depth {
        weights[place(input, output, depth: depth)] =
          Int16((values[input * columns + output] / scale).rounded())
      }
    }
    var bytes = ModelWriter.bytes(of: [UInt32(width), UInt32(depth), scale.bitPattern])
    bytes += [UInt8](repeating: 0, count: headerBytes - bytes.count)
    bytes += ModelWriter.bytes(of: Array(bias.prefix(width)))
    bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
    return bytes + ModelWriter.bytes(of: weights)
  }
}
