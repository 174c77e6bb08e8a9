internal import LanguageAnalysis

/// A set of dependency relations as one word, so that a test in a loop over tokens costs one instruction.
struct RelationSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private let bits: UInt64

  /// Each relation's bit: its place in the order of declaration.
  private static let bit: [DependencyRelation: UInt64] = Dictionary(
    uniqueKeysWithValues: DependencyRelation.allCases.enumerated().map { ($1, 1 << UInt64($0)) })

  init(arrayLiteral relations: DependencyRelation...) {
    bits = relations.reduce(0) { $0 | (Self.bit[$1] ?? 0) }
  }

  init(_ relations: some Sequence<DependencyRelation>) {
    bits = relations.reduce(0) { $0 | (Self.bit[$1] ?? 0) }
  }

  func contains(_ relation: DependencyRelation) -> Bool { bits & (Self.bit[relation] ?? 0) != 0 }
}
