internal import Documents
internal import LanguageAnalysis
internal import Lexicon
public import PolicyModel

/// A frame that a word of the text may evoke, and why it gave no fact.
public struct FrameNearMiss: Sendable, Hashable {
  /// The table that the frame fills.
  public var table: FactTable
  /// The frame's name: `events/meet`.
  public var rule: String
  /// The evoking word.
  public var word: String
  /// What failed.
  public var reason: String
}

/// Says of each word that may evoke a frame why it did not.
struct FrameExplainer: Sendable {
  let context: FrameContext

  private var reading: Reading { context.reading }
  private var lexicon: FrameLexicon { context.lexicon }

  /// The frames that gave no fact, in text order, each reason once; entries of several words whose further words are
  /// missing, or whose first stands otherwise, are left out.
  func nearMisses() -> [FrameNearMiss] {
    let events = EventBuilder(context: context)
    let operations = OperationBuilder(context: context)
    let commitments = CommitmentBuilder(context: context)
    var seen: Set<Seen> = []
    return context.matcher.attempts().compactMap { attempt in
      let frame = lexicon.frames[attempt.candidate.frame]
      let reason: String?
      switch attempt.result {
      case .failure(.stance) where !attempt.candidate.evoker.others.isEmpty: reason = nil
      case .failure(let miss): reason = self.reason(miss)
      case .success(let match):
        let givesFact =
          switch frame.table {
          case .events: events.proposal(match) != nil
          case .operations: operations.proposal(match) != nil
          default: !commitments.drafts(match).isEmpty
          }
        reason = givesFact ? nil : self.reason(match)
      }
      guard let reason,
        seen.insert(Seen(token: attempt.token, frame: attempt.candidate.frame, reason: reason)).inserted
      else { return nil }
      return FrameNearMiss(
        table: frame.table, rule: frame.rule, word: reading.surface(attempt.token), reason: reason)
    }
  }

  private struct Seen: Hashable {
    var token: Int
    var frame: Int
    var reason: String
  }

  private func reason(_ miss: FrameMiss) -> String? {
    switch miss {
    case .words: return nil
    case .clause: return "the word's clause is not of the form that the frame wants"
    case .stance(let trigger): return "the word does not stand as a \(trigger.rawValue)"
    case .need(let condition, let filler):
      let wanted = "wants \(Self.name(condition.slot)) of \(classes(condition.classes))"
      return wanted + (filler.map { "; “\(phrase($0))” is \(nature($0))" } ?? "; there is none")
    case .bar(let condition, let filler):
      return "does not stand with \(Self.name(condition.slot)) of \(classes(condition.classes)): “\(phrase(filler))”"
    }
  }

  /// Why a frame that matched states nothing.
  private func reason(_ match: FrameMatch) -> String {
    switch context.reality(of: match) {
    case .unreal: "the clause is negated, wished, asked, conditional or general: it states no fact"
    case .cancelled: "the clause says that it does not take place"
    case .actual, .ongoing: "the clause looks back or promises a state, not an act"
    case .planned: "what is promised is a state, or lies with others"
    }
  }

  private func classes(_ members: WordClasses.Members) -> String {
    lexicon.classes.names(of: members).joined(separator: ", ")
  }

  private func nature(_ head: Int) -> String {
    let names = lexicon.classes.names(of: context.matcher.classReader.classes(ofPhrase: head)).filter { $0 != "any" }
    return names.isEmpty ? "of no class" : names.joined(separator: ", ")
  }

  private func phrase(_ head: Int) -> String { reading.surface(reading.tree.phrase(headedBy: head)) }

  private static func name(_ slot: Frame.Slot) -> String {
    switch slot {
    case .subject: "a subject"
    case .object: "an object"
    case .complement: "a complement"
    case .compound: "a modifier"
    case .phrase: "the word itself"
    case .owner: "an owner of the object"
    case .preposition(let key):
      "a phrase with “\(FrameLexicon.prepositions.first { TextKey($0) == key } ?? "a preposition")”"
    }
  }
}
