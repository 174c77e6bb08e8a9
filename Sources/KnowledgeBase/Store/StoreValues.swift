public import Documents
public import PolicyModel

/// One document with everything that was extracted from it, ready to be stored.
public struct ExtractedDocument: Sendable {
  /// The document as read.
  public var document: Document
  /// What it states.
  public var facts: DocumentFacts
  /// What was noticed in reading and extraction, to be listed in `ingest_problems`.
  public var diagnostics: [Diagnostic]

  /// Makes an extracted document; its diagnostics are the document's and `furtherDiagnostics`.
  public init(_ document: Document, facts: DocumentFacts, furtherDiagnostics: [Diagnostic] = []) {
    self.document = document
    self.facts = facts
    self.diagnostics = document.diagnostics + furtherDiagnostics
  }
}

/// What the knowledge base remembers of a stored document, to decide whether it must be read again.
public struct KnownDocument: Sendable, Hashable {
  /// The SHA-256 of the file's bytes, 64 hexadecimal digits in small letters.
  public var sha256: String
  /// The version that extracted it, as `beginRun` was told.
  public var extractorVersion: String
  /// Its day of publication and how it is known: `--date` changes it although the bytes are the same.
  public var published: PublicationDate?
  /// Who published it: `--publisher` changes it likewise.
  public var publisher: String?
}

/// An input that gave no document: a row of `ingest_problems`.
public struct FailedInput: Sendable, Hashable {
  /// The path or URI as it would have been ingested.
  public var source: String
  /// Why, with severity `error`.
  public var diagnostic: Diagnostic

  /// Makes a failed input.
  public init(source: String, diagnostic: Diagnostic) {
    self.source = source
    self.diagnostic = diagnostic
  }
}

/// What became of one document of a batch.
public struct StoreOutcome: Sendable, Hashable {
  /// What the store did.
  public enum Action: Sendable, Hashable {
    /// The source was not known.
    case added
    /// The source was known; its rows were replaced.
    case replaced
    /// Nothing was stored: the database refused a value, for the reason in the text. An older state stays.
    case refused(String)
  }

  /// The document's source.
  public var source: String
  /// What was done.
  public var action: Action
  /// The number of rows in each table of facts.
  public var factCounts: [FactTable: Int]
}

/// One run of ingestion, as `ingest_runs` lists it.
public struct IngestRun: Sendable, Hashable {
  /// The row's id.
  public let id: Int
  /// What is recorded as the extractor of each document that the run stores.
  public let extractorVersion: String
}

/// The counts of a finished run.
public struct IngestCounts: Sendable, Hashable {
  /// Sources that were not known.
  public var new = 0
  /// Sources whose rows were replaced.
  public var changed = 0
  /// Sources that were left alone.
  public var unchanged = 0
  /// Sources that `prune` removed.
  public var removed = 0
  /// Inputs that gave no document.
  public var failed = 0

  /// No counts yet.
  public init() {}
}
