-- What was read: one row a document with its whole text, and where its sentences stand in it.
-- `text` is the last column so that a row's other columns are read without its overflow pages.
-- Offsets count Unicode code points from 0, end exclusive: substr(text, start_offset + 1, end_offset - start_offset).
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given to another document
  source TEXT NOT NULL UNIQUE,           -- path or URI as ingested
  title TEXT,
  publisher TEXT,
  published_on TEXT                      -- ISO 8601 day; null where the document does not say
    CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  published_basis TEXT                   -- how the day is known
    CHECK (published_basis IN ('given', 'front matter', 'metadata', 'header', 'dateline', 'closing', 'path')),
  language TEXT NOT NULL,                -- BCP 47
  media_type TEXT NOT NULL,              -- RFC 6838
  sha256 TEXT NOT NULL,                  -- of the file's bytes
  ingested_at TEXT NOT NULL,             -- UTC, ISO 8601
  extractor_version TEXT NOT NULL,       -- a document is read again when this changes
  duplicate_of INTEGER                   -- the document with the same bytes whose source sorts first
    REFERENCES documents (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  CHECK ((published_on IS NULL) = (published_basis IS NULL)),
  CHECK (duplicate_of <> id)
) STRICT;

CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_duplicate_of ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL;
-- Covers grouping and filtering by day and publisher without touching the rows with the texts.
CREATE INDEX documents_published_on ON documents (published_on, publisher, duplicate_of);
CREATE INDEX documents_publisher ON documents (publisher, published_on, duplicate_of);

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  UNIQUE (document_id, ordinal),
  CHECK (start_offset < end_offset)
) STRICT;

-- The index of `kb search`. It holds no text of its own; whoever writes `documents` writes it in the same transaction.
CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title,
  text,
  content = 'documents',
  content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
