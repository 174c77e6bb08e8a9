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
    var candidates = NameReader(runs: runs).candidates()
    RoleSpread(reading: reading).spread(&candidates)
    let home = HomeCountry(candidates: candidates, lexicon: lexicon, in: reading)
    var clusters = ActorClusters(reading: reading, lexicon: lexicon, home: home.code)
    clusters.gather(candidates, acronyms: AcronymIntroduction.all(candidates, in: reading, shapes))
    clusters.addRoles(RoleReader(runs: runs))
    clusters.addReferences(runs)
    let nearest = NearestCountry(candidates: candidates, reading: reading)
    return result(clusters.clusters, home: home, nearest: nearest, in: reading)
  }

  private func result(
    _ clusters: [ActorCluster], home: HomeCountry, nearest: NearestCountry, in reading: Reading
  ) -> ResolvedActors {
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
      var actor = actor(cluster, in: reading)
      if actor.country == nil, Self.isNational(cluster, in: home) {
        actor.country = home.code ?? nearest.code(before: cluster.mentions[0].tokens.lowerBound)
      }
      actors.append(actor)
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var end = 0
    mentions.removeAll { mention in
      defer { end = max(end, mention.tokens.upperBound) }
      return mention.tokens.lowerBound < end
    }
    return ResolvedActors(actors: actors, mentions: mentions, home: home, tokenCount: reading.tokens.count)
  }

  private func actor(_ cluster: ActorCluster, in reading: Reading) -> Actor {
    let mentions = cluster.mentions.map { mention in
      let range = reading.tree.bytes(mention.tokens)
      return Actor.Mention(range: range, surface: reading.document.text[range])
    }
    let name = name(of: cluster)
    return Actor(
      name: name, identity: identity(of: cluster), aliases: cluster.surfaces.filter { $0 != name }, kind: cluster.kind,
      country: cluster.country, roles: cluster.roles, mentions: mentions)
  }

  /// The data files' name of what they know.
  private func identity(of cluster: ActorCluster) -> String? {
    switch cluster.identity {
    case .institution, .country, .region: cluster.name
    case .person, .organisation, .place: nil
    }
  }

  /// The canonical name of a known institution where the text has no longer form of its own.
  private func name(of cluster: ActorCluster) -> String {
    guard case .institution = cluster.identity, !cluster.surfaces.contains(cluster.name) else { return cluster.name }
    let longest = cluster.surfaces.max { $0.utf8.count < $1.utf8.count }
    return longest.flatMap { $0.contains(" ") ? $0 : nil } ?? cluster.name
  }

  /// Whether an actor of the kind is of the document's country where the text says no other.
  private static func isNational(_ cluster: ActorCluster, in home: HomeCountry) -> Bool {
    switch cluster.kind {
    case .international, .region, .group, .country: false
    case .person: !cluster.roles.isEmpty || home.holdsForPersons
    default: true
    }
  }
}
