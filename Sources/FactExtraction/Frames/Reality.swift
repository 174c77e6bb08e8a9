internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Whether what a clause speaks of has happened, is under way, is to come, or is not stated as a fact at all.
enum Reality: String, Sendable {
  case actual, ongoing, planned, cancelled, unreal

  /// What becomes of it under a clause that is itself to come or not real.
  func under(_ outer: Reality) -> Reality {
    switch (self, outer) {
    case (.unreal, _), (_, .unreal): .unreal
    case (.cancelled, _), (_, .cancelled): .cancelled
    case (.planned, _), (_, .planned): .planned
    case (.ongoing, _), (_, .ongoing): .ongoing
    case (.actual, .actual): .actual
    }
  }
}
