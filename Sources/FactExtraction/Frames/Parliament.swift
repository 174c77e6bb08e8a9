internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Which actors of a document are legislatures and their members, and how much of it is about them.
struct Parliament: Sendable {
  /// Of each actor, whether it is a legislature or one of its members.
  private let isPart: [Bool]
  /// The share of the sentences that speak of a legislator or a legislature, 0 to 1.
  let share: Double

  init(reading: Reading, actors: ResolvedActors, classes: WordClasses) {
    let titles = classes["legislator"] ?? .none
    let isPart = actors.actors.map { actor in
      actor.kind == .legislature
        || actor.kind == .person
          && actor.roles.contains { role in
            role.lowercased().split(separator: " ").contains { classes[TextKey(String($0))].meets(titles) }
          }
    }
    let count = reading.sentences.count { sentence in
      sentence.tokens.contains { token in
        actors.actor(at: token).map { isPart[$0] } ?? false || classes[reading.lemmaKey(token)].meets(titles)
      }
    }
    self.isPart = isPart
    share = Double(count) / Double(max(1, reading.sentences.count))
  }

  /// Whether an actor, by its place in the document's list, is a legislature or one of its members.
  func contains(_ actor: Int) -> Bool { isPart[actor] }
}
