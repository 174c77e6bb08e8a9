internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Resolves pronouns and definite descriptions to the actors that were named before: "she", "the agency", "the
/// minister", "the Government". Where two would do, it leaves them alone or takes the nearer, never a farther one.
struct ReferenceResolver: Sendable {
  /// A pronoun or description and its actor.
  struct Reference: Sendable, Hashable {
    var tokens: Range<Int>
    /// The place of the cluster.
    var cluster: Int
  }

  /// A mention that a reference may go back to.
  private struct Antecedent {
    var token: Int
    var cluster: Int
    var isSubject: Bool
  }

  let runs: NameRuns
  let uses: NameUseReader
  let clusters: [ActorCluster]
  /// The cluster of the document's own country, if there is one.
  let home: Int?
  private var reading: Reading { runs.reading }

  private static let articles = KeySet(words: "the this our their")

  /// The references of a document in text order.
  ///
  /// - Complexity: O(tokens), with a bounded look back for each reference.
  func references() -> [Reference] {
    var named = [Int32](repeating: -1, count: reading.tokens.count)
    for (place, cluster) in clusters.enumerated() {
      for mention in cluster.mentions {
        for token in mention.tokens { named[token] = Int32(place) }
      }
    }
    var history: [Antecedent] = []
    var found: [Reference] = []
    for token in reading.tokens.indices {
      if named[token] >= 0 {
        guard token == 0 || named[token - 1] != named[token] else { continue }
        history.append(Antecedent(token: token, cluster: Int(named[token]), isSubject: uses.isSubject(token)))
      } else if let reference = reference(at: token, named, history) {
        found.append(reference)
        history.append(
          Antecedent(token: token, cluster: reference.cluster, isSubject: uses.isSubject(token)))
      }
    }
    return found
  }

  private func reference(at token: Int, _ named: [Int32], _ history: [Antecedent]) -> Reference? {
    switch reading.tokens[token].upos {
    case .pronoun: return pronoun(at: token, history)
    case .noun, .properNoun: return description(at: token, named, history)
    default: return nil
    }
  }

  // MARK: Pronouns

  private func pronoun(at token: Int, _ history: [Antecedent]) -> Reference? {
    let found: Int? =
      switch reading.form(token) {
      case "he", "him", "his", "himself": person(.male, before: token, history)
      case "she", "her", "hers", "herself": person(.female, before: token, history)
      case "it": uses.isSubject(token) ? body(before: token, history) : nil
      case "its": body(before: token, history)
      default: nil
      }
    return found.map { Reference(tokens: token..<token + 1, cluster: $0) }
  }

  /// The nearest person of a gender in this sentence or the three before it, a subject before others of one sentence.
  private func person(_ gender: NameCandidate.Gender, before token: Int, _ history: [Antecedent]) -> Int? {
    let sentence = reading.sentence(of: token)
    var best: Antecedent?
    for antecedent in history.reversed().prefix(12) {
      let distance = sentence - reading.sentence(of: antecedent.token)
      guard distance <= 3 else { break }
      let cluster = clusters[antecedent.cluster]
      guard cluster.kind == .person, cluster.gender == nil || cluster.gender == gender else { continue }
      if let known = best, reading.sentence(of: known.token) != reading.sentence(of: antecedent.token) { break }
      if best == nil || antecedent.isSubject && !(best?.isSubject ?? false) { best = antecedent }
    }
    return best?.cluster
  }

  /// "It" as a subject, and "its": the subject of the clause or sentence before, where that is a body or a country.
  private func body(before token: Int, _ history: [Antecedent]) -> Int? {
    guard let last = history.last(where: \.isSubject),
      reading.sentence(of: token) - reading.sentence(of: last.token) <= 1
    else { return nil }
    return clusters[last.cluster].kind == .person ? nil : last.cluster
  }

  // MARK: Descriptions

  private func description(at token: Int, _ named: [Int32], _ history: [Antecedent]) -> Reference? {
    if let next = following(token), reading.tokens[next].upos == .noun || named[next] >= 0 { return nil }
    let key = reading.lemmaKey(token)
    let kinds = runs.lexicon.bodyNouns.kinds(of: key)
    guard let article = article(before: token, isBody: !kinds.isEmpty), named[article..<token].allSatisfy({ $0 < 0 })
    else { return nil }
    if key == TextKey("government"), let home, !isOwned(token) {
      return Reference(tokens: article..<token + 1, cluster: home)
    }
    guard !isOwned(token) else { return nil }
    let form = reading.form(token)
    let found: Int? =
      if kinds == [.country] {
        country(before: token, history)
      } else if !kinds.isEmpty || isHead(token) {
        body(named: form, kinds: kinds, before: token, history)
      } else {
        runs.title(at: token, before: token + 1) == nil ? nil : holder(of: form, before: token, history)
      }
    return found.map { Reference(tokens: article..<token + 1, cluster: $0) }
  }

  /// The article right before a noun, or where the noun means a body, before a noun that describes it: "the oil company".
  private func article(before token: Int, isBody: Bool) -> Int? {
    guard token > 0 else { return nil }
    if Self.articles.contains(runs.key(token - 1)) { return token - 1 }
    guard isBody, token > 1, reading.tokens[token - 1].upos == .noun, reading.tokens[token - 1].relation == .compound,
      Int(reading.tokens[token - 1].head) == token, Self.articles.contains(runs.key(token - 2))
    else { return nil }
    return token - 2
  }

  private func isHead(_ token: Int) -> Bool {
    if case .organisation = runs.head(endingAt: token + 1, from: token) { return true }
    return false
  }

  private func following(_ token: Int) -> Int? {
    let next = token + 1
    return next < reading.tokens.count && reading.sentence(of: next) == reading.sentence(of: token) ? next : nil
  }

  /// Whether "of" follows, which tells whose it is.
  private func isOwned(_ token: Int) -> Bool {
    guard let next = following(token) else { return false }
    return reading.form(next) == "of"
  }

  /// The nearest body whose name has the word, or else the nearest of one of the kinds in this or the two sentences before.
  private func body(named word: String, kinds: [Actor.Kind], before token: Int, _ history: [Antecedent]) -> Int? {
    for antecedent in history.reversed().prefix(40) {
      let cluster = clusters[antecedent.cluster]
      guard cluster.kind != .person, cluster.kind != .country else { continue }
      if cluster.words.contains(word) { return antecedent.cluster }
    }
    return history.reversed().prefix(8).first {
      reading.sentence(of: token) - reading.sentence(of: $0.token) <= 2 && kinds.contains(clusters[$0.cluster].kind)
    }?.cluster
  }

  /// "The country" as a subject: the country that the clause or sentence before was about, or else the document's own.
  private func country(before token: Int, _ history: [Antecedent]) -> Int? {
    guard uses.isSubject(token) else { return nil }
    if let subject = body(before: token, history), clusters[subject].kind == .country { return subject }
    return home
  }

  /// The nearest person who holds an office of that word.
  private func holder(of word: String, before token: Int, _ history: [Antecedent]) -> Int? {
    history.reversed().prefix(40).first { antecedent in
      let cluster = clusters[antecedent.cluster]
      return cluster.kind == .person && cluster.roleWords.contains(word)
    }?.cluster
  }
}
