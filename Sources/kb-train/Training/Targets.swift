/// What is wanted of each word in one kind of choice: certain classes, or shares of several, or nothing.
struct Targets {
  /// Where the classes of each word end.
  private(set) var ends: [Int32] = []
  private(set) var classes: [UInt16] = []
  private(set) var shares: [Float] = []

  init() {}

  /// Shares below this are left out.
  private static let least: Float = 0.02

  /// The number of words.
  var count: Int { ends.count }

  /// Adds a word of which one class is wanted.
  mutating func append(_ wanted: Int) {
    classes.append(UInt16(wanted))
    shares.append(1)
    ends.append(Int32(classes.count))
  }

  /// Adds a word of which nothing is wanted.
  mutating func appendNothing() { ends.append(Int32(classes.count)) }

  /// Adds a word of which every class is wanted as much as its probability says.
  mutating func append(probabilities: ArraySlice<Float>) {
    let kept = probabilities.reduce(Float(0)) { $0 + ($1 < Self.least ? 0 : $1) }
    for (index, share) in probabilities.enumerated() where share >= Self.least {
      classes.append(UInt16(index))
      shares.append(share / kept)
    }
    ends.append(Int32(classes.count))
  }

  /// Adds the words of another.
  mutating func append(_ other: Targets) {
    let base = Int32(classes.count)
    ends += other.ends.map { $0 + base }
    classes += other.classes
    shares += other.shares
  }

  /// The places of a word's classes and shares.
  func places(_ word: Int) -> Range<Int> { (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word]) }

  /// The class of a word that is wanted most; nil where nothing is.
  func best(_ word: Int) -> Int? {
    places(word).max { shares[$0] < shares[$1] }.map { Int(classes[$0]) }
  }
}

extension Targets: NumberStreamable {
  func write(to stream: inout NumberWriter) {
    stream.write(ends)
    stream.write(classes)
    stream.write(shares)
  }

  init(from stream: inout NumberReader) throws {
    ends = try stream.read()
    classes = try stream.read()
    shares = try stream.read()
  }
}
