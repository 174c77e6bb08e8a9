-- What each run of `kb ingest` did, and what is wrong with the inputs as they were last read.
CREATE TABLE ingest_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,  -- UTC, ISO 8601
  finished_at TEXT,          -- null while it runs, or when it was killed
  extractor_version TEXT NOT NULL,
  new_documents INTEGER NOT NULL DEFAULT 0,
  changed_documents INTEGER NOT NULL DEFAULT 0,
  unchanged_documents INTEGER NOT NULL DEFAULT 0,
  removed_documents INTEGER NOT NULL DEFAULT 0,
  failed_inputs INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE ingest_problems (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES ingest_runs (id) ON DELETE CASCADE,
  source TEXT NOT NULL,  -- the input; its problems of earlier runs are replaced when it is read again
  severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
  code TEXT NOT NULL,    -- a stable name of the kind of problem
  message TEXT NOT NULL,
  hint TEXT,             -- what to do
  start_offset INTEGER CHECK (start_offset >= 0),  -- where in the document's text, if anywhere
  end_offset INTEGER CHECK (end_offset >= start_offset)
) STRICT;

CREATE INDEX ingest_problems_run_id ON ingest_problems (run_id);
CREATE INDEX ingest_problems_source ON ingest_problems (source);
