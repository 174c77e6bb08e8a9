internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Which actors of a document are legislatures and their members, and whether it is a legislator's.
struct Parliament: Sendable {
  /// Of each actor, whether it is a legislature or one of its members.
  private let isPart: [Bool]
  /// Whether a legislator is the first person that the document names, or a third of what it says of persons and
  /// legislatures is of legislators and theirs.
  let isLegislators: Bool

  private static let leastPart = 3

  init(actors: ResolvedActors, classes: WordClasses) {
    let titles = classes["legislator"] ?? .none
    let isPart = actors.actors.map { actor in
      actor.kind == .legislature
        || actor.kind == .person && actor.roles.contains { classes[Self.title($0)].meets(titles) }
    }
    let persons = actors.actors.indices.filter { actors.actors[$0].kind == .person }
    var mentions = (own: 0, all: 0)
    for (index, actor) in actors.actors.enumerated() where actor.kind == .person || isPart[index] {
      mentions.all += actor.mentions.count
      if isPart[index] { mentions.own += actor.mentions.count }
    }
    let isFirst = persons.first.map { isPart[$0] } ?? (mentions.own > 0)
    isLegislators =
      isFirst || persons.contains { isPart[$0] } && mentions.own * Self.leastPart >= mentions.all
    self.isPart = isPart
  }

  /// Whether an actor, by its place in the document's list, is a legislature or one of its members.
  func contains(_ actor: Int) -> Bool { isPart[actor] }

  /// The word that a role is one of: "Senator" of "Senator from Ohio", "Minister" of "Deputy Prime Minister".
  private static func title(_ role: String) -> TextKey {
    let words = role.lowercased().split(separator: " ")
    return TextKey(String(words.prefix { !links.contains(TextKey(String($0))) }.last ?? ""))
  }

  private static let links = KeySet(words: "of for from in to at and with")
}
