public import PolicyModel

extension KnowledgeStore {
  /// One fact, or nil where the table has no such row.
  public func fact(_ table: FactTable, id: Int) throws(KnowledgeBaseError) -> FactDetail? { nil }

  /// One actor, or nil where there is no such row.
  public func actor(id: Int) throws(KnowledgeBaseError) -> ActorDetail? { nil }

  /// Reads the whole file and holds it against the schema, its own rules and the documents' texts.
  ///
  /// - Returns: nothing for a sound file.
  public func check() throws(KnowledgeBaseError) -> [CheckFinding] { [] }

  /// Counts, versions and sizes.
  public func info() throws(KnowledgeBaseError) -> StoreInfo {
    StoreInfo(
      path: path, size: 0, schemaVersion: 0, sqliteVersion: "", tables: [], extractors: [], lastIngest: nil)
  }
}
