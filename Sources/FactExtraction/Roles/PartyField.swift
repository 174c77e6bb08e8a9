/// A place of a fact for which it was learned who fills it.
///
/// Targets and recipients are left to the rules: what was learned about them did not hold on documents of other annotators.
enum PartyField: String, Sendable, CaseIterable {
  case participants, leads, makers
}
