internal import LanguageAnalysis

/// A set of dependency relations as one word, so that a test in a loop over tokens costs one instruction.
struct RelationSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private let bits: UInt64

  /// A relation's bit: an enumeration without associated values is the number of its case, in the order of declaration.
  private static func bit(_ relation: DependencyRelation) -> UInt64 {
    unsafe withUnsafeBytes(of: relation) { bytes in unsafe 1 << UInt64(bytes[0]) }
  }

  init(arrayLiteral relations: DependencyRelation...) {
    bits = relations.reduce(0) { $0 | Self.bit($1) }
  }

  init(_ relations: some Sequence<DependencyRelation>) {
    bits = relations.reduce(0) { $0 | Self.bit($1) }
  }

  func contains(_ relation: DependencyRelation) -> Bool { bits & Self.bit(relation) != 0 }
}
