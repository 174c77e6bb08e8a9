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

  private static let articles: Set<TextKey> = [TextKey("the"), TextKey("this"), TextKey("our"), TextKey("their")]
  /// Nouns for any body of a kind, which need not be part of its name.
  private static let generic: [TextKey: Actor.Kind] = [
    TextKey("agency"): .agency, TextKey("company"): .company, TextKey("court"): .court, TextKey("party"): .party,
    TextKey("firm"): .company, TextKey("ministry"): .government, TextKey("department"): .government,
    TextKey("union"): .ngo, TextKey("charity"): .ngo, TextKey("group"): .ngo, TextKey("parliament"): .legislature,
  ]

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
    guard token > 0, Self.articles.contains(runs.key(token - 1)), named[token - 1] < 0 else { return nil }
    if let next = following(token), reading.tokens[next].upos == .noun || named[next] >= 0 { return nil }
    let key = reading.lemmaKey(token)
    if key == TextKey("government"), let home, !isOwned(token) {
      return Reference(tokens: token - 1..<token + 1, cluster: home)
    }
    guard !isOwned(token) else { return nil }
    let form = reading.form(token)
    let found: Int? =
      switch runs.head(endingAt: token + 1, from: token) {
      case .organisation: body(named: form, kind: Self.generic[key], before: token, history)
      default: runs.title(at: token, before: token + 1) == nil ? nil : holder(of: form, before: token, history)
      }
    return found.map { Reference(tokens: token - 1..<token + 1, cluster: $0) }
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

  /// The nearest body whose name has the word, or else the nearest of the kind in this or the two sentences before.
  private func body(named word: String, kind: Actor.Kind?, before token: Int, _ history: [Antecedent]) -> Int? {
    for antecedent in history.reversed().prefix(40) {
      let cluster = clusters[antecedent.cluster]
      guard cluster.kind != .person, cluster.kind != .country else { continue }
      if cluster.words.contains(word) { return antecedent.cluster }
    }
    guard let kind else { return nil }
    for antecedent in history.reversed().prefix(8)
    where reading.sentence(of: token) - reading.sentence(of: antecedent.token) <= 2 {
      if clusters[antecedent.cluster].kind == kind { return antecedent.cluster }
    }
    return nil
  }

  /// The nearest person who holds an office of that word.
  private func holder(of word: String, before token: Int, _ history: [Antecedent]) -> Int? {
    history.reversed().prefix(40).first { antecedent in
      let cluster = clusters[antecedent.cluster]
      return cluster.kind == .person && cluster.roleWords.contains(word)
    }?.cluster
  }
}
