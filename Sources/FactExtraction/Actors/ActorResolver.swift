internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds the actors of a document: names read from capitals, titles, data files and the recogniser's entities, gathered
/// to one actor each, with pronouns and descriptions that stand for one.
struct ActorResolver: Sendable {
  private let lexicon: ActorLexicon

  init(lexicon: ActorLexicon = .embedded) { self.lexicon = lexicon }

  /// The actors of a document and their mentions.
  ///
  /// - Complexity: O(tokens) for sentences of usual length.
  func resolve(_ reading: Reading) -> ResolvedActors {
    let shapes = TokenShapes(reading)
    let runs = NameRuns(reading: reading, shapes: shapes, lexicon: lexicon)
    let candidates = NameReader(runs: runs).candidates()
    var clusters = ActorClusters(reading: reading, lexicon: lexicon)
    clusters.gather(candidates, acronyms: AcronymIntroduction.all(candidates, in: reading, shapes))
    let home = HomeCountry(candidates: candidates, lexicon: lexicon).code
    return result(clusters.clusters, home: home, in: reading)
  }

  private func result(_ clusters: [ActorCluster], home: CountryCode?, in reading: Reading) -> ResolvedActors {
    let kept = clusters.filter { $0.isActor && !$0.mentions.isEmpty }
      .map { cluster in
        var cluster = cluster
        cluster.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return cluster
      }
      .sorted { $0.mentions[0].tokens.lowerBound < $1.mentions[0].tokens.lowerBound }
    var mentions: [ResolvedActors.Mention] = []
    var actors: [Actor] = []
    for (place, cluster) in kept.enumerated() {
      for mention in cluster.mentions {
        mentions.append(ResolvedActors.Mention(tokens: mention.tokens, actor: place, isName: mention.isName))
      }
      actors.append(actor(cluster, home: home, in: reading))
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var end = 0
    mentions.removeAll { mention in
      defer { end = max(end, mention.tokens.upperBound) }
      return mention.tokens.lowerBound < end
    }
    return ResolvedActors(actors: actors, mentions: mentions, tokenCount: reading.tokens.count)
  }

  private func actor(_ cluster: ActorCluster, home: CountryCode?, in reading: Reading) -> Actor {
    let mentions = cluster.mentions.map { mention in
      let range = reading.tree.bytes(mention.tokens)
      return Actor.Mention(range: range, surface: reading.document.text[range])
    }
    return Actor(
      name: cluster.name, aliases: cluster.surfaces.filter { $0 != cluster.name }, kind: cluster.kind,
      country: cluster.country ?? (Self.isNational(cluster.kind) ? home : nil), roles: cluster.roles,
      mentions: mentions)
  }

  /// Whether an actor of the kind is of the document's country where the text says no other.
  private static func isNational(_ kind: Actor.Kind) -> Bool {
    switch kind {
    case .international, .region, .group, .country: false
    default: true
    }
  }
}
