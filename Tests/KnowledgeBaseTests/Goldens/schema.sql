-- index actor_aliases_alias
CREATE INDEX actor_aliases_alias ON actor_aliases (alias COLLATE NOCASE);

-- index actor_roles_actor_id
CREATE INDEX actor_roles_actor_id ON actor_roles (actor_id, document_id, ordinal, title);

-- index actor_roles_title
CREATE INDEX actor_roles_title ON actor_roles (title COLLATE NOCASE);

-- index actors_country_code
CREATE INDEX actors_country_code ON actors (country_code, first_day, last_day, documents);

-- index actors_documents
CREATE INDEX actors_documents ON actors (documents DESC, name, first_day, last_day) WHERE documents > 0;

-- index actors_kind
CREATE INDEX actors_kind ON actors (kind, first_day, last_day) WHERE documents > 0;

-- index actors_name
CREATE INDEX actors_name ON actors (name COLLATE NOCASE);

-- index actors_name_key
CREATE INDEX actors_name_key ON actors (name_key, kind);

-- index commitment_parties_actor_id
CREATE INDEX commitment_parties_actor_id ON commitment_parties (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;

-- index commitment_parties_amount
CREATE INDEX commitment_parties_amount ON commitment_parties (
  role, is_copy, first_day, last_day, kind, status, is_repeat, is_country_repeat, actor_id, surface, country_code, currency,
  amount
)
WHERE amount IS NOT NULL;

-- index commitment_parties_country_code
CREATE INDEX commitment_parties_country_code ON commitment_parties (
  country_code, is_copy, first_day, last_day, kind, status, role, is_country_repeat, actor_id
)
WHERE role = 'maker' AND is_country_repeat = 0;

-- index commitment_parties_surface
CREATE INDEX commitment_parties_surface ON commitment_parties (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;

-- index commitments_agents
CREATE INDEX commitments_agents ON commitments (agents, is_copy, first_day, last_day) WHERE agents = 0;

-- index commitments_amount
CREATE INDEX commitments_amount ON commitments (
  currency, amount, is_copy, first_day, last_day, kind, status, agents, recipients, document_id
)
WHERE amount IS NOT NULL;

-- index commitments_currency
CREATE INDEX commitments_currency ON commitments (currency, is_copy, first_day, last_day);

-- index commitments_deadline
CREATE INDEX commitments_deadline ON commitments (deadline, is_copy, first_day, last_day, kind, status)
WHERE deadline IS NOT NULL;

-- index commitments_first_day
CREATE INDEX commitments_first_day
ON commitments (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);

-- index commitments_kind
CREATE INDEX commitments_kind ON commitments (kind, status, is_copy, first_day, last_day);

-- index commitments_recipients
CREATE INDEX commitments_recipients ON commitments (recipients, is_copy, first_day, last_day) WHERE recipients = 0;

-- index commitments_sentence_id
CREATE INDEX commitments_sentence_id ON commitments (sentence_id);

-- index commitments_size
CREATE INDEX commitments_size ON commitments (ifnull(amount, quantity), is_copy);

-- index commitments_unit
CREATE INDEX commitments_unit ON commitments (unit, is_copy, first_day, last_day);

-- index document_actors_actor_id
CREATE INDEX document_actors_actor_id ON document_actors (actor_id);

-- index document_actors_country_code
CREATE INDEX document_actors_country_code ON document_actors (country_code) WHERE country_code IS NOT NULL;

-- index document_actors_name
CREATE INDEX document_actors_name ON document_actors (name COLLATE NOCASE);

-- index documents_duplicate_of
CREATE INDEX documents_duplicate_of ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- index documents_id
CREATE INDEX documents_id ON documents (id, published_on, publisher, source, duplicate_of);

-- index documents_published_on
CREATE INDEX documents_published_on ON documents (published_on, publisher, duplicate_of);

-- index documents_publisher
CREATE INDEX documents_publisher ON documents (publisher, published_on, duplicate_of);

-- index documents_publisher_name
CREATE INDEX documents_publisher_name ON documents (publisher COLLATE NOCASE);

-- index documents_publisher_year
CREATE INDEX documents_publisher_year
ON documents (publisher, substr(published_on, 1, 4), published_on, duplicate_of);

-- index documents_sha256
CREATE INDEX documents_sha256 ON documents (sha256);

-- index event_participants_actor_id
CREATE INDEX event_participants_actor_id ON event_participants (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;

-- index event_participants_surface
CREATE INDEX event_participants_surface ON event_participants (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;

-- index events_agents
CREATE INDEX events_agents ON events (agents, is_copy, first_day, last_day) WHERE agents = 0;

-- index events_country_code
CREATE INDEX events_country_code ON events (country_code, is_copy, first_day, last_day);

-- index events_first_day
CREATE INDEX events_first_day
ON events (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);

-- index events_kind
CREATE INDEX events_kind ON events (kind, status, is_copy, first_day, last_day, country_code);

-- index events_place_id
CREATE INDEX events_place_id ON events (place_id) WHERE place_id IS NOT NULL;

-- index events_sentence_id
CREATE INDEX events_sentence_id ON events (sentence_id);

-- index fact_counts_bounds
CREATE INDEX fact_counts_bounds ON fact_counts (fact_table, dimension) WHERE first_is_bound OR last_is_bound;

-- index fact_counts_documents
CREATE INDEX fact_counts_documents ON fact_counts (fact_table, facts) WHERE dimension = 'document';

-- index fact_counts_empty
CREATE INDEX fact_counts_empty ON fact_counts (facts) WHERE facts = 0;

-- index figure_sums_empty
CREATE INDEX figure_sums_empty ON figure_sums (figures) WHERE figures = 0;

-- index ingest_problems_run_id
CREATE INDEX ingest_problems_run_id ON ingest_problems (run_id);

-- index ingest_problems_source
CREATE INDEX ingest_problems_source ON ingest_problems (source);

-- index operation_outcomes_value
CREATE INDEX operation_outcomes_value ON operation_outcomes (value DESC, is_copy);

-- index operation_participants_actor_id
CREATE INDEX operation_participants_actor_id ON operation_participants (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;

-- index operation_participants_surface
CREATE INDEX operation_participants_surface ON operation_participants (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;

-- index operations_agents
CREATE INDEX operations_agents ON operations (agents, is_copy, first_day, last_day) WHERE agents = 0;

-- index operations_country_code
CREATE INDEX operations_country_code ON operations (country_code, is_copy, first_day, last_day);

-- index operations_first_day
CREATE INDEX operations_first_day
ON operations (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);

-- index operations_kind
CREATE INDEX operations_kind ON operations (kind, status, is_copy, first_day, last_day, country_code);

-- index operations_place_id
CREATE INDEX operations_place_id ON operations (place_id) WHERE place_id IS NOT NULL;

-- index operations_recipients
CREATE INDEX operations_recipients ON operations (recipients, is_copy, first_day, last_day) WHERE recipients = 0;

-- index operations_sentence_id
CREATE INDEX operations_sentence_id ON operations (sentence_id);

-- index places_any_case
CREATE INDEX places_any_case ON places (name COLLATE NOCASE);

-- index places_country_code
CREATE INDEX places_country_code ON places (country_code);

-- index places_name
CREATE UNIQUE INDEX places_name ON places (name, ifnull(country_code, ''));

-- index statements_first_day
CREATE INDEX statements_first_day ON statements (first_day DESC, last_day, is_copy, direct, sentence_id, document_id);

-- index statements_sentence_id
CREATE INDEX statements_sentence_id ON statements (sentence_id);

-- index statements_speaker_actor_id
CREATE INDEX statements_speaker_actor_id ON statements (speaker_actor_id, speaker, is_copy, first_day, last_day, direct);

-- index statistics_country_code
CREATE INDEX statistics_country_code ON statistics (country_code, is_copy, first_day, last_day);

-- index statistics_first_day
CREATE INDEX statistics_first_day ON statistics (first_day DESC, last_day, is_copy, sentence_id, document_id);

-- index statistics_place_id
CREATE INDEX statistics_place_id ON statistics (place_id) WHERE place_id IS NOT NULL;

-- index statistics_sentence_id
CREATE INDEX statistics_sentence_id ON statistics (sentence_id);

-- index statistics_size
CREATE INDEX statistics_size ON statistics (ifnull(value, high), is_copy);

-- index statistics_source_actor_id
CREATE INDEX statistics_source_actor_id ON statistics (source_actor_id, source, is_copy, first_day, last_day);

-- index statistics_unit
CREATE INDEX statistics_unit ON statistics (unit, is_copy, first_day, last_day);

-- table actor_aliases
CREATE TABLE actor_aliases (
  document_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by appearance
  alias TEXT NOT NULL,
  PRIMARY KEY (document_id, actor_id, ordinal),
  FOREIGN KEY (document_id, actor_id) REFERENCES document_actors (document_id, actor_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- table actor_mentions
CREATE TABLE actor_mentions (
  document_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- in text order
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  surface TEXT NOT NULL,                          -- the words; a pronoun or description counts
  PRIMARY KEY (document_id, actor_id, ordinal),
  FOREIGN KEY (document_id, actor_id) REFERENCES document_actors (document_id, actor_id) ON DELETE CASCADE,
  CHECK (start_offset < end_offset)
) STRICT, WITHOUT ROWID;

-- table actor_roles
CREATE TABLE actor_roles (
  document_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by appearance
  title TEXT NOT NULL,                            -- the office, without country or employer
  PRIMARY KEY (document_id, actor_id, ordinal),
  FOREIGN KEY (document_id, actor_id) REFERENCES document_actors (document_id, actor_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- table actors
CREATE TABLE actors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given to another actor
  name TEXT NOT NULL,                    -- canonical, full, no honorific
  kind TEXT NOT NULL CHECK (kind IN (
    'person', 'country', 'region', 'government', 'agency', 'legislature', 'court', 'military', 'international',
    'party', 'company', 'ngo', 'media', 'academic', 'group')),
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  name_key TEXT NOT NULL                 -- what names must share to be one: small letters, no punctuation, no article
, documents INTEGER NOT NULL DEFAULT 0, first_day TEXT, last_day TEXT) STRICT;

-- table commitment_kinds
CREATE TABLE commitment_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

-- table commitment_parties
CREATE TABLE commitment_parties (
  commitment_id INTEGER NOT NULL REFERENCES commitments (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('maker', 'recipient')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL, first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)), kind TEXT, status TEXT, amount REAL, currency TEXT, country_code TEXT, is_country_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_country_repeat IN (0, 1)),                                       -- the words of the text
  PRIMARY KEY (commitment_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table commitments
CREATE TABLE commitments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  kind TEXT NOT NULL REFERENCES commitment_kinds (kind) ON DELETE RESTRICT,
  status TEXT NOT NULL
    CHECK (status IN ('proposed', 'pledged', 'agreed', 'enacted', 'fulfilled', 'withdrawn')),
  action TEXT NOT NULL,  -- what is promised, in the text's words
  amount REAL,           -- money, in major units
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),  -- ISO 4217
  quantity REAL,         -- a figure that is not money
  unit TEXT,             -- of the quantity
  deadline TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  evidence TEXT NOT NULL,
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16), first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), agents INTEGER NOT NULL DEFAULT 0, recipients INTEGER NOT NULL DEFAULT 0,
  UNIQUE (document_id, fingerprint),
  CHECK (amount IS NOT NULL OR currency IS NULL),
  CHECK (quantity IS NOT NULL OR unit IS NULL),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

-- table count_dimensions
CREATE TABLE count_dimensions (
  counted_by TEXT NOT NULL,       -- a dimension of counted_values
  dimension TEXT NOT NULL,        -- that of the counts
  has_kinds INTEGER NOT NULL CHECK (has_kinds IN (0, 1)),  -- whether kinds and states are told apart
  first_length INTEGER NOT NULL,  -- of the first day: 7 for its month, 4 for its year, 0 where all are counted together
  last_length INTEGER NOT NULL,
  PRIMARY KEY (counted_by, dimension)
) STRICT, WITHOUT ROWID;

-- table countries
CREATE TABLE countries (
  code TEXT PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z]'),  -- ISO 3166-1 alpha-2
  alpha3 TEXT CHECK (alpha3 GLOB '[A-Z][A-Z][A-Z]'),     -- ISO 3166-1 alpha-3
  name TEXT NOT NULL,
  region TEXT
) STRICT, WITHOUT ROWID;

-- table document_actors
CREATE TABLE document_actors (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  actor_id INTEGER NOT NULL REFERENCES actors (id) ON DELETE RESTRICT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by first mention
  name TEXT NOT NULL,                             -- the fullest name in this document
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  PRIMARY KEY (document_id, actor_id)
) STRICT, WITHOUT ROWID;

-- table documents
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

-- table documents_fts
CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title,
  text,
  content = 'documents',
  content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- table documents_fts_config
CREATE TABLE 'documents_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

-- table documents_fts_data
CREATE TABLE 'documents_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

-- table documents_fts_docsize
CREATE TABLE 'documents_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

-- table documents_fts_idx
CREATE TABLE 'documents_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

-- table event_kinds
CREATE TABLE event_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

-- table event_participants
CREATE TABLE event_participants (
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('agent', 'target', 'participant')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL, first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)), kind TEXT, status TEXT,                                       -- the words of the text
  PRIMARY KEY (event_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table events
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  kind TEXT NOT NULL REFERENCES event_kinds (kind) ON DELETE RESTRICT,
  status TEXT NOT NULL CHECK (status IN ('occurred', 'ongoing', 'planned', 'cancelled')),
  start_date TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_date TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  place TEXT,  -- as written
  place_id INTEGER REFERENCES places (id) ON DELETE SET NULL,
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  evidence TEXT NOT NULL,
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16), first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), agents INTEGER NOT NULL DEFAULT 0, recipients INTEGER NOT NULL DEFAULT 0,
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

-- table fact_counts
CREATE TABLE fact_counts (
  fact_table TEXT NOT NULL,
  dimension TEXT NOT NULL CHECK (
    dimension IN (
      'all', 'month', 'country', 'place', 'publisher', 'unit', 'currency', 'agent', 'recipient', 'document',
      'month_overall', 'country_overall', 'place_overall', 'publisher_overall', 'agent_overall', 'recipient_overall'
    )
  ),
  value ANY NOT NULL,          -- a country's code, a name, a row of actors or documents, or words; '' where it is not known
  kind TEXT NOT NULL,          -- '' where there are no kinds, or all are counted together
  status TEXT NOT NULL,        -- '' where there are no states, or all are counted together
  first_period TEXT NOT NULL,  -- the month or year of the first day; '' where none is known, or all are counted together
  last_period TEXT NOT NULL,
  facts INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  -- Whether a fact of the first or last day is gone, so that the true first day may be later, the true last one earlier.
  first_is_bound INTEGER NOT NULL DEFAULT 0 CHECK (first_is_bound IN (0, 1)),
  last_is_bound INTEGER NOT NULL DEFAULT 0 CHECK (last_is_bound IN (0, 1)),
  PRIMARY KEY (fact_table, dimension, value, kind, status, first_period, last_period)
) STRICT, WITHOUT ROWID;

-- table fact_sentences_fts
CREATE VIRTUAL TABLE fact_sentences_fts USING fts5 (
  text,
  content = '',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- table fact_sentences_fts_config
CREATE TABLE 'fact_sentences_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

-- table fact_sentences_fts_data
CREATE TABLE 'fact_sentences_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

-- table fact_sentences_fts_docsize
CREATE TABLE 'fact_sentences_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

-- table fact_sentences_fts_idx
CREATE TABLE 'fact_sentences_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

-- table figure_sums
CREATE TABLE figure_sums (
  fact_table TEXT NOT NULL,
  dimension TEXT NOT NULL,
  value ANY NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  first_period TEXT NOT NULL,
  last_period TEXT NOT NULL,
  unit TEXT NOT NULL,  -- ISO 4217 for money, else a singular noun or measure
  figures INTEGER NOT NULL,
  total REAL NOT NULL,
  PRIMARY KEY (fact_table, dimension, value, kind, status, first_period, last_period, unit)
) STRICT, WITHOUT ROWID;

-- table ingest_problems
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

-- table ingest_runs
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

-- table operation_kinds
CREATE TABLE operation_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

-- table operation_outcomes
CREATE TABLE operation_outcomes (
  operation_id INTEGER NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  value REAL NOT NULL,
  unit TEXT NOT NULL, kind TEXT, status TEXT, country_code TEXT, first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),  -- singular noun of what is counted, or ISO 4217
  PRIMARY KEY (operation_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table operation_participants
CREATE TABLE operation_participants (
  operation_id INTEGER NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('lead', 'target')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL, first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)), kind TEXT, status TEXT,                                       -- the words of the text
  PRIMARY KEY (operation_id, ordinal)
) STRICT, WITHOUT ROWID;

-- table operations
CREATE TABLE operations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  kind TEXT NOT NULL REFERENCES operation_kinds (kind) ON DELETE RESTRICT,
  status TEXT NOT NULL CHECK (status IN ('completed', 'ongoing', 'planned')),
  start_date TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_date TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  place TEXT,  -- as written
  place_id INTEGER REFERENCES places (id) ON DELETE SET NULL,
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  evidence TEXT NOT NULL,
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16), first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)), agents INTEGER NOT NULL DEFAULT 0, recipients INTEGER NOT NULL DEFAULT 0,
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

-- table places
CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,  -- as written
  kind TEXT,           -- city, state, country; null where the gazetteer does not know it
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT
) STRICT;

-- table saved_questions
CREATE TABLE saved_questions (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
  language TEXT NOT NULL CHECK (language IN ('question', 'sql')),
  text TEXT NOT NULL CHECK (text <> ''),  -- a phrase with {parameters}, or SQL with :parameters
  saved_at TEXT NOT NULL                  -- UTC, ISO 8601
) STRICT, WITHOUT ROWID;

-- table schema_migrations
CREATE TABLE schema_migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,       -- the file of Migrations
  checksum TEXT NOT NULL,   -- of its text
  applied_at TEXT NOT NULL  -- UTC, ISO 8601
) STRICT;

-- table sentences
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  UNIQUE (document_id, ordinal),
  CHECK (start_offset < end_offset)
) STRICT;

-- table statements
CREATE TABLE statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  speaker TEXT,            -- the words of the text
  speaker_actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,
  text TEXT NOT NULL,      -- the words between the quotation marks, or the reported clause
  direct INTEGER NOT NULL CHECK (direct IN (0, 1)),
  evidence TEXT NOT NULL,
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16), first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),
  UNIQUE (document_id, fingerprint),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

-- table statistics
CREATE TABLE statistics (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  value REAL,
  low REAL,   -- with `high` instead of `value` for a range
  high REAL,
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '~', '>', '>=', '<', '<=')),
  unit TEXT,  -- singular noun, ISO 4217, percent, percentage point or a measure
  metric TEXT NOT NULL,
  change TEXT CHECK (change IN ('increase', 'decrease')),
  start_date TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_date TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  place TEXT,  -- as written
  place_id INTEGER REFERENCES places (id) ON DELETE SET NULL,
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  source TEXT,  -- to whom the figure is attributed, in the text's words
  source_actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,
  evidence TEXT NOT NULL,
  evidence_start INTEGER NOT NULL CHECK (evidence_start >= 0),
  evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16), first_day TEXT, last_day TEXT, is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK ((value IS NULL) = (low IS NOT NULL) AND (low IS NULL) = (high IS NULL)),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

-- trigger actors_country_parties
CREATE TRIGGER actors_country_parties
AFTER UPDATE OF country_code ON actors
WHEN old.country_code IS NOT new.country_code
BEGIN
  UPDATE commitment_parties
  SET country_code = ifnull(new.country_code, iif(new.kind = 'international', 'international', NULL))
  WHERE actor_id = new.id AND role = 'maker';
  UPDATE commitment_parties
  SET is_country_repeat = EXISTS (
    SELECT 1
    FROM commitment_parties AS q
    WHERE q.commitment_id = commitment_parties.commitment_id AND q.ordinal < commitment_parties.ordinal
      AND q.role = 'maker' AND q.country_code IS commitment_parties.country_code
  )
  WHERE role = 'maker'
    AND commitment_id IN (SELECT commitment_id FROM commitment_parties WHERE actor_id = new.id AND role = 'maker');
END;

-- trigger document_actors_delete
CREATE TRIGGER document_actors_delete
AFTER DELETE ON document_actors
BEGIN
  UPDATE actors
  SET documents = documents - 1,
    first_day = iif(first_day < d.published_on OR d.published_on IS NULL, first_day, (
      SELECT min(o.published_on)
      FROM document_actors AS n
      JOIN documents AS o ON o.id = n.document_id AND o.duplicate_of IS NULL
      WHERE n.actor_id = old.actor_id
    )),
    last_day = iif(last_day > d.published_on OR d.published_on IS NULL, last_day, (
      SELECT max(o.published_on)
      FROM document_actors AS n
      JOIN documents AS o ON o.id = n.document_id AND o.duplicate_of IS NULL
      WHERE n.actor_id = old.actor_id
    ))
  FROM documents AS d
  WHERE actors.id = old.actor_id AND d.id = old.document_id AND d.duplicate_of IS NULL;
END;

-- trigger document_actors_insert
CREATE TRIGGER document_actors_insert
AFTER INSERT ON document_actors
BEGIN
  UPDATE actors
  SET documents = documents + 1,
    first_day = min(ifnull(first_day, d.published_on), ifnull(d.published_on, first_day)),
    last_day = max(ifnull(last_day, d.published_on), ifnull(d.published_on, last_day))
  FROM documents AS d
  WHERE actors.id = new.actor_id AND d.id = new.document_id AND d.duplicate_of IS NULL;
END;

-- trigger documents_copy_facts
CREATE TRIGGER documents_copy_facts
AFTER UPDATE OF duplicate_of ON documents
WHEN (old.duplicate_of IS NULL) <> (new.duplicate_of IS NULL)
BEGIN
  UPDATE events SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE operations SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE commitments SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE statistics SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE statements SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE event_participants SET is_copy = new.duplicate_of IS NOT NULL
  WHERE event_id IN (SELECT id FROM events WHERE document_id = new.id);
  UPDATE operation_participants SET is_copy = new.duplicate_of IS NOT NULL
  WHERE operation_id IN (SELECT id FROM operations WHERE document_id = new.id);
  UPDATE commitment_parties SET is_copy = new.duplicate_of IS NOT NULL
  WHERE commitment_id IN (SELECT id FROM commitments WHERE document_id = new.id);
  UPDATE actors
  SET documents = documents + iif(new.duplicate_of IS NULL, 1, -1),
    first_day = CASE
      WHEN new.published_on IS NULL THEN first_day
      WHEN new.duplicate_of IS NULL THEN min(ifnull(first_day, new.published_on), new.published_on)
      WHEN first_day < new.published_on THEN first_day
      ELSE (
        SELECT min(o.published_on)
        FROM document_actors AS n
        JOIN documents AS o ON o.id = n.document_id AND o.duplicate_of IS NULL
        WHERE n.actor_id = actors.id
      )
    END,
    last_day = CASE
      WHEN new.published_on IS NULL THEN last_day
      WHEN new.duplicate_of IS NULL THEN max(ifnull(last_day, new.published_on), new.published_on)
      WHEN last_day > new.published_on THEN last_day
      ELSE (
        SELECT max(o.published_on)
        FROM document_actors AS n
        JOIN documents AS o ON o.id = n.document_id AND o.duplicate_of IS NULL
        WHERE n.actor_id = actors.id
      )
    END
  WHERE id IN (SELECT actor_id FROM document_actors WHERE document_id = new.id);
END;

-- trigger operations_copy_outcomes
CREATE TRIGGER operations_copy_outcomes
AFTER UPDATE OF is_copy ON operations
BEGIN
  UPDATE operation_outcomes SET is_copy = new.is_copy WHERE operation_id = new.id;
END;

-- view actor_list
CREATE VIEW actor_list AS
SELECT
  a.id,
  a.name,
  a.kind,
  c.name AS country,
  (
    SELECT group_concat(alias, '; ')
    FROM (
      SELECT DISTINCT l.alias
      FROM document_actors AS n
      JOIN actor_aliases AS l ON l.document_id = n.document_id AND l.actor_id = n.actor_id
      WHERE n.actor_id = a.id
      ORDER BY l.alias
    )
  ) AS aliases,
  (
    SELECT group_concat(title, '; ')
    FROM (
      SELECT DISTINCT r.title
      FROM document_actors AS n
      JOIN actor_roles AS r ON r.document_id = n.document_id AND r.actor_id = n.actor_id
      WHERE n.actor_id = a.id
      ORDER BY r.title
    )
  ) AS roles,
  (SELECT count(*) FROM document_actors AS n WHERE n.actor_id = a.id) AS documents,
  (
    SELECT count(*)
    FROM document_actors AS n
    JOIN actor_mentions AS m ON m.document_id = n.document_id AND m.actor_id = n.actor_id
    WHERE n.actor_id = a.id
  ) AS mentions
FROM actors AS a
LEFT JOIN countries AS c ON c.code = a.country_code
ORDER BY a.name, a.id;

-- view commitment_list
CREATE VIEW commitment_list AS
SELECT
  k.id,
  k.kind,
  k.status,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT ifnull(a.name, p.surface) AS name
      FROM commitment_parties AS p
      LEFT JOIN actors AS a ON a.id = p.actor_id
      WHERE p.commitment_id = k.id AND p.role = 'maker'
      ORDER BY p.ordinal
    )
  ) AS makers,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT ifnull(a.name, p.surface) AS name
      FROM commitment_parties AS p
      LEFT JOIN actors AS a ON a.id = p.actor_id
      WHERE p.commitment_id = k.id AND p.role = 'recipient'
      ORDER BY p.ordinal
    )
  ) AS recipients,
  k.action,
  k.amount,
  k.currency,
  k.quantity,
  k.unit,
  k.deadline,
  k.evidence,
  substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS sentence,
  d.title,
  d.published_on,
  d.publisher,
  d.source,
  k.confidence
FROM commitments AS k
JOIN documents AS d ON d.id = k.document_id AND d.duplicate_of IS NULL
JOIN sentences AS s ON s.id = k.sentence_id
ORDER BY d.source, k.evidence_start, k.id;

-- view counted_facts
CREATE VIEW counted_facts AS
SELECT
  'events' AS fact_table, id, document_id, kind, status, first_day, last_day,
  country_code, place, NULL AS unit, NULL AS currency,
  agents, NULL AS recipients,  -- how many there are; null where they are not counted
  NULL AS agent                -- where there can be only one: the row of `actors`, or the words of the unnamed
FROM events
WHERE +is_copy = 0
UNION ALL
SELECT
  'operations', id, document_id, kind, status, first_day, last_day, country_code, place, NULL, NULL, agents, recipients, NULL
FROM operations
WHERE +is_copy = 0
UNION ALL
SELECT
  'commitments', id, document_id, kind, status, first_day, last_day, NULL, NULL, unit, currency, agents, recipients, NULL
FROM commitments
WHERE +is_copy = 0
UNION ALL
SELECT
  'statistics', id, document_id, '', '', first_day, last_day, country_code, place, unit, NULL, NULL, NULL,
  coalesce(source_actor_id, source, '')
FROM statistics
WHERE +is_copy = 0
UNION ALL
SELECT
  'statements', id, document_id, iif(direct, 'quoted', 'reported'), '', first_day, last_day, NULL, NULL, NULL, NULL, NULL,
  NULL, coalesce(speaker_actor_id, speaker, '')
FROM statements
WHERE +is_copy = 0;

-- view counted_values
CREATE VIEW counted_values AS
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'all' AS dimension, '' AS value
FROM counted_facts
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'month', ''
FROM counted_facts
UNION ALL
SELECT f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, 'publisher', ifnull(d.publisher, '')
FROM counted_facts AS f
CROSS JOIN documents AS d ON d.id = f.document_id
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'country', ifnull(country_code, '')
FROM counted_facts
WHERE fact_table IN ('events', 'operations', 'statistics')
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'place', ifnull(place, '')
FROM counted_facts
WHERE fact_table IN ('events', 'operations', 'statistics')
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'unit', ifnull(unit, '')
FROM counted_facts
WHERE fact_table IN ('commitments', 'statistics')
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'currency', ifnull(currency, '')
FROM counted_facts
WHERE fact_table = 'commitments'
UNION ALL
-- An operation counts for each unit of its outcomes.
SELECT DISTINCT
  f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, 'unit', ifnull(o.unit, '')
FROM counted_facts AS f
LEFT JOIN operation_outcomes AS o ON o.operation_id = f.id
WHERE f.fact_table = 'operations'
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'agent', agent
FROM counted_facts
WHERE fact_table IN ('statistics', 'statements')
UNION ALL
-- Parties, or that there are none.
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'agent', ''
FROM counted_facts
WHERE +agents = 0
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'recipient', ''
FROM counted_facts
WHERE +recipients = 0
UNION ALL
SELECT fact_table, id, document_id, kind, status, first_day, last_day, 'country', ''
FROM counted_facts
WHERE fact_table = 'commitments' AND +agents = 0
UNION ALL
SELECT
  f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, 'agent', ifnull(m.actor_id, m.surface)
FROM counted_facts AS f
CROSS JOIN event_participants AS m ON m.event_id = f.id
WHERE f.fact_table = 'events' AND +m.is_repeat = 0
UNION ALL
SELECT
  f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, iif(m.role = 'lead', 'agent', 'recipient'),
  ifnull(m.actor_id, m.surface)
FROM counted_facts AS f
CROSS JOIN operation_participants AS m ON m.operation_id = f.id
WHERE f.fact_table = 'operations' AND +m.is_repeat = 0
UNION ALL
SELECT
  f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, iif(m.role = 'maker', 'agent', 'recipient'),
  ifnull(m.actor_id, m.surface)
FROM counted_facts AS f
CROSS JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE f.fact_table = 'commitments' AND +m.is_repeat = 0
UNION ALL
-- A commitment counts for each country of its makers.
SELECT
  f.fact_table, f.id, f.document_id, f.kind, f.status, f.first_day, f.last_day, 'country', ifnull(m.country_code, '')
FROM counted_facts AS f
CROSS JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE f.fact_table = 'commitments' AND +m.role = 'maker' AND +m.is_country_repeat = 0;

-- view event_timeline
CREATE VIEW event_timeline AS
SELECT
  e.id,
  e.start_date,
  e.end_date,
  e.kind,
  e.status,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT ifnull(a.name, p.surface) AS name
      FROM event_participants AS p
      LEFT JOIN actors AS a ON a.id = p.actor_id
      WHERE p.event_id = e.id
      ORDER BY p.ordinal
    )
  ) AS participants,
  e.place,
  c.name AS country,
  e.evidence,
  substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS sentence,
  d.title,
  d.published_on,
  d.publisher,
  d.source,
  e.confidence
FROM events AS e
JOIN documents AS d ON d.id = e.document_id AND d.duplicate_of IS NULL
JOIN sentences AS s ON s.id = e.sentence_id
LEFT JOIN countries AS c ON c.code = e.country_code
ORDER BY ifnull(e.start_date, d.published_on), d.source, e.evidence_start, e.id;

-- view fact_contributions
CREATE VIEW fact_contributions AS
SELECT
  v.fact_table, c.dimension, iif(c.dimension = 'document', v.document_id, v.value) AS value,
  iif(c.has_kinds, v.kind, '') AS kind, iif(c.has_kinds, v.status, '') AS status,
  ifnull(substr(v.first_day, 1, c.first_length), '') AS first_period,
  ifnull(substr(v.last_day, 1, c.last_length), '') AS last_period,
  v.first_day, v.last_day, v.id, v.document_id
FROM counted_values AS v
CROSS JOIN count_dimensions AS c ON c.counted_by = v.dimension;

-- view fact_kinds
CREATE VIEW fact_kinds AS
SELECT 'events' AS fact_table, kind, meaning FROM event_kinds
UNION ALL
SELECT 'operations', kind, meaning FROM operation_kinds
UNION ALL
SELECT 'commitments', kind, meaning FROM commitment_kinds;

-- view fact_sentences
CREATE VIEW fact_sentences AS
SELECT s.id, s.document_id, substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS text
FROM sentences AS s
JOIN documents AS d ON d.id = s.document_id
WHERE EXISTS (SELECT 1 FROM events WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM operations WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM commitments WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM statistics WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM statements WHERE sentence_id = s.id);

-- view figure_contributions
CREATE VIEW figure_contributions AS
SELECT
  v.fact_table, v.dimension, v.value, v.kind, v.status, v.first_period, v.last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, v.document_id
FROM fact_contributions AS v
CROSS JOIN commitments AS f ON f.id = v.id
WHERE v.fact_table = 'commitments' AND v.dimension <> 'currency' AND f.amount IS NOT NULL
UNION ALL
SELECT
  v.fact_table, v.dimension, v.value, v.kind, v.status, v.first_period, v.last_period,
  o.unit, o.value, v.document_id
FROM fact_contributions AS v
CROSS JOIN operation_outcomes AS o ON o.operation_id = v.id
WHERE v.fact_table = 'operations' AND v.dimension <> 'unit';

-- view office_list
CREATE VIEW office_list AS
SELECT
  r.title,
  a.name AS holder,
  a.id AS actor_id,
  a.country_code,
  min(d.published_on) AS first_seen,
  max(d.published_on) AS last_seen,
  count(DISTINCT d.id) AS documents
FROM actor_roles AS r
JOIN actors AS a ON a.id = r.actor_id
JOIN documents AS d ON d.id = r.document_id
GROUP BY r.title, a.id
ORDER BY r.title, min(d.published_on), a.name;

-- view operation_list
CREATE VIEW operation_list AS
SELECT
  o.id,
  o.kind,
  o.status,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT ifnull(a.name, p.surface) AS name
      FROM operation_participants AS p
      LEFT JOIN actors AS a ON a.id = p.actor_id
      WHERE p.operation_id = o.id AND p.role = 'lead'
      ORDER BY p.ordinal
    )
  ) AS leads,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT ifnull(a.name, p.surface) AS name
      FROM operation_participants AS p
      LEFT JOIN actors AS a ON a.id = p.actor_id
      WHERE p.operation_id = o.id AND p.role = 'target'
      ORDER BY p.ordinal
    )
  ) AS targets,
  (
    SELECT group_concat(outcome, '; ')
    FROM (
      SELECT
        iif(r.value = CAST(r.value AS INTEGER), CAST(r.value AS INTEGER), r.value) || ' ' || r.unit AS outcome
      FROM operation_outcomes AS r
      WHERE r.operation_id = o.id
      ORDER BY r.ordinal
    )
  ) AS outcomes,
  o.start_date,
  o.end_date,
  o.place,
  c.name AS country,
  o.evidence,
  substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS sentence,
  d.title,
  d.published_on,
  d.publisher,
  d.source,
  o.confidence
FROM operations AS o
JOIN documents AS d ON d.id = o.document_id AND d.duplicate_of IS NULL
JOIN sentences AS s ON s.id = o.sentence_id
LEFT JOIN countries AS c ON c.code = o.country_code
ORDER BY d.source, o.evidence_start, o.id;

-- view statement_list
CREATE VIEW statement_list AS
SELECT
  q.id,
  ifnull(a.name, q.speaker) AS speaker,
  q.text,
  q.direct,
  q.evidence,
  substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS sentence,
  d.title,
  d.published_on,
  d.publisher,
  d.source,
  q.confidence
FROM statements AS q
JOIN documents AS d ON d.id = q.document_id AND d.duplicate_of IS NULL
JOIN sentences AS s ON s.id = q.sentence_id
LEFT JOIN actors AS a ON a.id = q.speaker_actor_id
ORDER BY d.source, q.evidence_start, q.id;

-- view statistic_list
CREATE VIEW statistic_list AS
SELECT
  f.id,
  f.comparator,
  f.value,
  f.low,
  f.high,
  f.unit,
  f.metric,
  f.change,
  f.start_date,
  f.end_date,
  f.place,
  c.name AS country,
  ifnull(a.name, f.source) AS attributed_to,
  f.evidence,
  substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS sentence,
  d.title,
  d.published_on,
  d.publisher,
  d.source,
  f.confidence
FROM statistics AS f
JOIN documents AS d ON d.id = f.document_id AND d.duplicate_of IS NULL
JOIN sentences AS s ON s.id = f.sentence_id
LEFT JOIN actors AS a ON a.id = f.source_actor_id
LEFT JOIN countries AS c ON c.code = f.country_code
ORDER BY d.source, f.evidence_start, f.id;
