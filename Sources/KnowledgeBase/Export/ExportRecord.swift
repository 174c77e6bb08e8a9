public import Documents
public import PolicyModel

/// The JSON Lines of one document: what `kb extract` prints from a document's facts and `kb export` from stored rows.
public struct ExportRecord: Sendable, Hashable {
  /// A table of the export.
  public enum Table: String, Sendable, Hashable, CaseIterable {
    case documents, actors, events, operations, commitments, statistics, statements
  }

  /// The lines, without line ends: the document first, then actors by first mention, then the tables of facts, each by
  /// evidence and then by its own text.
  public var lines: [String]

  /// The lines of a document and its facts.
  public init(_ document: Document, _ facts: DocumentFacts, tables: Set<Table> = Set(Table.allCases)) {
    lines = []
  }
}

extension KnowledgeStore {
  /// Hands the record of each document to `write`, by source. `write` may throw to stop.
  public func export(
    tables: Set<ExportRecord.Table> = Set(ExportRecord.Table.allCases),
    to write: (ExportRecord) throws(KnowledgeBaseError) -> Void
  ) throws(KnowledgeBaseError) {}
}
