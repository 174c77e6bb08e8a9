-- Questions that the users of this file keep under a name.
CREATE TABLE saved_questions (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
  language TEXT NOT NULL CHECK (language IN ('question', 'sql')),
  text TEXT NOT NULL CHECK (text <> ''),  -- a phrase with {parameters}, or SQL with :parameters
  saved_at TEXT NOT NULL                  -- UTC, ISO 8601
) STRICT, WITHOUT ROWID;
