internal import LanguageAnalysis
internal import Lexicon

/// A verb, noun or adjective that may evoke a frame, with its logical arguments.
struct Predicate: Sendable {
  /// The evoking word.
  var token: Int
  /// How it stands.
  var trigger: Frame.Trigger
  /// The head of the phrase of the one who acts.
  var subject: Int?
  /// The head of the phrase of the one acted upon.
  var object: Int?
  /// The head of the phrase of the one who is given something: "farmers" of "gave farmers seed", "farmers were given
  /// seed".
  var beneficiary: Int?
  /// The clause that the word governs, by its head.
  var complement: Int?
  /// The verb that carries a noun: "hold" of "hold talks".
  var carrier: Int?
  /// The verb group of the word or of its carrier; nil for a noun alone.
  var group: VerbGroup?

  /// The word whose clause gives time, place and truth.
  var clause: Int { carrier ?? token }
}
