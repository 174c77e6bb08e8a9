import Foundation
import LanguageAnalysis

/// A value that goes into a file between two stages of the training.
protocol NumberStreamable {
  func write(to stream: inout NumberWriter)
  init(from stream: inout NumberReader) throws
}

/// Writes arrays of numbers as they lie in memory, each after its length.
struct NumberWriter {
  private(set) var bytes = Data()

  /// Adds an array.
  mutating func write<Number: BitwiseCopyable>(_ numbers: [Number]) {
    bytes.append(contentsOf: ModelWriter.bytes(of: [UInt64(numbers.count)]))
    bytes.append(contentsOf: ModelWriter.bytes(of: numbers))
  }
}

/// Reads them again.
struct NumberReader {
  private let bytes: Data
  private let path: String
  private var place = 0

  init(path: String) throws {
    self.path = path
    bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// The next array.
  mutating func read<Number: BitwiseCopyable>() throws -> [Number] {
    let count: UInt64 = try values(1)[0]
    return try values(Int(count))
  }

  private mutating func values<Number: BitwiseCopyable>(_ count: Int) throws -> [Number] {
    let length = count * MemoryLayout<Number>.stride
    guard place + length <= bytes.count else { throw TreebankError(description: "\(path): cut off") }
    let part = bytes[place..<place + length]
    place += length
    return unsafe [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      _ = unsafe part.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
      filled = count
    }
  }
}
