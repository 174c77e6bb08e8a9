internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// Stores the actors of a document: each joins the row of the same real actor, or gets a new one.
  ///
  /// - Parameter previous: the actors that the document named before; they are preferred, so that ids stay.
  /// - Returns: the row of each, in order; no two share one.
  func writeActors(
    _ actors: [DocumentRows.ActorRow], document: Int, previous: Set<Int>
  ) throws(SQLiteError) -> [Int] {
    var ids: [Int] = []
    ids.reserveCapacity(actors.count)
    for (index, actor) in actors.enumerated() {
      try storeCountryIfUnknown(actor.country)
      let id = try resolve(actor, taken: ids, previous: previous)
      ids.append(id)
      try connection.run(
        "INSERT INTO document_actors (document_id, actor_id, ordinal, name, country_code) VALUES (?, ?, ?, ?, ?)",
        Value(document), Value(id), Value(index + 1), .text(actor.name), Value(actor.country))
    }
    try writeNames(actors, ids, document: document)
    try writeMentions(actors, ids, document: document)
    return ids
  }

  /// The row of an actor: made, or found by kind, name and a country that does not contradict.
  private func resolve(
    _ actor: DocumentRows.ActorRow, taken: [Int], previous: Set<Int>
  ) throws(SQLiteError) -> Int {
    let key = NameKey(actor.identity)
    let candidates = try connection.all(
      "SELECT id, country_code FROM actors WHERE name_key = ? AND kind = ? ORDER BY id",
      [.text(key.text), .text(actor.kind)]
    ) { row in ActorCandidate(id: row.integer(at: 0), country: row.optionalText(at: 1)) }
    let free = candidates.filter { !taken.contains($0.id) }
    // One word is too little to tell two persons apart: only the country can.
    let isWeak = actor.kind == Actor.Kind.person.rawValue && !key.isFull
    if let match = ActorCandidate.match(free, country: actor.country, isWeak: isWeak, previous: previous) {
      if match.country == nil, let country = actor.country {
        try uncountCommitments(ofActor: match.id)
        try connection.run("UPDATE actors SET country_code = ? WHERE id = ?", .text(country), Value(match.id))
      }
      return match.id
    }
    try connection.run(
      "INSERT INTO actors (name, kind, country_code, name_key) VALUES (?, ?, ?, ?)",
      .text(actor.identity), .text(actor.kind), Value(actor.country), .text(key.text))
    return connection.lastInsertedRow
  }

  private func writeNames(
    _ actors: [DocumentRows.ActorRow], _ ids: [Int], document: Int
  ) throws(SQLiteError) {
    let aliases = "INSERT INTO actor_aliases (document_id, actor_id, ordinal, alias) VALUES (?, ?, ?, ?)"
    let roles = "INSERT INTO actor_roles (document_id, actor_id, ordinal, title) VALUES (?, ?, ?, ?)"
    for (sql, list) in [(aliases, \DocumentRows.ActorRow.aliases), (roles, \.roles)] {
      try connection.withStatement(sql) { statement throws(SQLiteError) in
        for (actor, id) in zip(actors, ids) {
          for (index, text) in actor[keyPath: list].enumerated() {
            try statement.run(Value(document), Value(id), Value(index + 1), .text(text))
          }
        }
      }
    }
  }

  private func writeMentions(
    _ actors: [DocumentRows.ActorRow], _ ids: [Int], document: Int
  ) throws(SQLiteError) {
    try connection.withStatement(
      """
      INSERT INTO actor_mentions (document_id, actor_id, ordinal, start_offset, end_offset, surface)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ) { statement throws(SQLiteError) in
      for (actor, id) in zip(actors, ids) {
        for (index, mention) in actor.mentions.enumerated() {
          try statement.run(
            Value(document), Value(id), Value(index + 1), Value(mention.range.lowerBound),
            Value(mention.range.upperBound), .text(mention.surface))
        }
      }
    }
  }
}

/// A stored actor of the same kind and name as one that is to be stored.
struct ActorCandidate {
  let id: Int
  let country: String?

  /// The one that is the same actor, if any; `candidates` are by id.
  ///
  /// Two countries are two actors. Without a country an actor joins the only one of its name, or one that has none
  /// either, so that a name of two countries is not given to one by chance.
  static func match(
    _ candidates: [ActorCandidate], country: String?, isWeak: Bool, previous: Set<Int>
  ) -> ActorCandidate? {
    let compatible =
      if let country {
        candidates.filter { $0.country == country }
          + candidates.filter { $0.country == nil && (!isWeak || previous.contains($0.id)) }
      } else {
        candidates.filter { candidate in
          isWeak ? previous.contains(candidate.id) : candidate.country == nil || candidates.count == 1
        }
      }
    return compatible.first { previous.contains($0.id) } ?? compatible.first
  }
}
