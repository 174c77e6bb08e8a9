-- What documents state. Every fact carries the words that state it (`evidence`), where they stand (code points), the
-- sentence, the rule that found it, and a fingerprint by which a fact keeps its id when its document is read again.
-- Kinds are rows, not CHECKs, because a user's own rules may add some. Amounts are in major units.
CREATE TABLE event_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

INSERT INTO event_kinds (kind, meaning)
VALUES
  ('meeting', 'summit, conference, forum, talks, call, hearing'),
  ('visit', 'a visit or journey'),
  ('agreement', 'deal, treaty, memorandum reached or signed'),
  ('legislation', 'bill introduced, passed or signed; regulation issued; a vote; a cabinet''s decision'),
  ('ruling', 'a court''s or tribunal''s decision; a suit filed'),
  ('appointment', 'someone takes, leaves or is named to an office or post'),
  ('election', 'an election or referendum'),
  ('launch', 'a body, programme, scheme, campaign, fund, task force or facility starts or closes'),
  ('publication', 'report, strategy or data released; a letter sent'),
  ('protest', 'demonstration, industrial strike'),
  ('incident', 'accident, disaster, outbreak, shipwreck'),
  ('attack', 'violence or crime by persons'),
  ('sanction', 'sanctions or restrictions imposed or lifted'),
  ('dispute', 'public accusation, rejection, threat or breach between actors');

CREATE TABLE operation_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

INSERT INTO operation_kinds (kind, meaning)
VALUES
  ('arrest', 'people taken into custody'),
  ('prosecution', 'charge, trial, conviction, sentence, extradition'),
  ('seizure', 'goods, money or vessels seized'),
  ('search', 'premises searched'),
  ('interception', 'turned back, intercepted'),
  ('rescue', 'people rescued'),
  ('return', 'deportation, removal'),
  ('disruption', 'network dismantled, adverts taken down, site closed'),
  ('investigation', 'an investigation opened or under way'),
  ('deployment', 'people or assets sent'),
  ('surveillance', 'patrol, monitoring'),
  ('training', 'people trained'),
  ('assistance', 'aid, equipment or expertise delivered'),
  ('inspection', 'sites or goods inspected'),
  ('strike', 'military force');

CREATE TABLE commitment_kinds (
  kind TEXT PRIMARY KEY,
  meaning TEXT  -- null for a kind that a user's own rules brought
) STRICT, WITHOUT ROWID;

INSERT INTO commitment_kinds (kind, meaning)
VALUES
  ('funding', 'money promised, allocated or granted'),
  ('legislation', 'laws to be made or changed'),
  ('personnel', 'people to be hired or sent'),
  ('equipment', 'equipment to be bought or given'),
  ('enforcement', 'law to be enforced'),
  ('cooperation', 'working together'),
  ('target', 'a figure or state to be reached'),
  ('aid', 'help to be given'),
  ('infrastructure', 'building and works'),
  ('reform', 'policy, rules or organisation to be changed'),
  ('other', 'anything else');

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
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

CREATE INDEX events_kind ON events (kind, status);
CREATE INDEX events_start_date ON events (start_date) WHERE start_date IS NOT NULL;
CREATE INDEX events_sentence_id ON events (sentence_id);
CREATE INDEX events_place_id ON events (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX events_country_code ON events (country_code) WHERE country_code IS NOT NULL;

CREATE TABLE event_participants (
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('agent', 'target', 'participant')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL,                                       -- the words of the text
  PRIMARY KEY (event_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_participants_actor_id ON event_participants (actor_id, role) WHERE actor_id IS NOT NULL;

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
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

CREATE INDEX operations_kind ON operations (kind, status);
CREATE INDEX operations_start_date ON operations (start_date) WHERE start_date IS NOT NULL;
CREATE INDEX operations_sentence_id ON operations (sentence_id);
CREATE INDEX operations_place_id ON operations (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX operations_country_code ON operations (country_code) WHERE country_code IS NOT NULL;

CREATE TABLE operation_participants (
  operation_id INTEGER NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('lead', 'target')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL,                                       -- the words of the text
  PRIMARY KEY (operation_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_participants_actor_id ON operation_participants (actor_id, role) WHERE actor_id IS NOT NULL;

CREATE TABLE operation_outcomes (
  operation_id INTEGER NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  value REAL NOT NULL,
  unit TEXT NOT NULL,  -- singular noun of what is counted, or ISO 4217
  PRIMARY KEY (operation_id, ordinal)
) STRICT, WITHOUT ROWID;

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
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
  UNIQUE (document_id, fingerprint),
  CHECK (amount IS NOT NULL OR currency IS NULL),
  CHECK (quantity IS NOT NULL OR unit IS NULL),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

CREATE INDEX commitments_kind ON commitments (kind, status);
CREATE INDEX commitments_deadline ON commitments (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX commitments_sentence_id ON commitments (sentence_id);

CREATE TABLE commitment_parties (
  commitment_id INTEGER NOT NULL REFERENCES commitments (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  role TEXT NOT NULL CHECK (role IN ('maker', 'recipient')),
  actor_id INTEGER REFERENCES actors (id) ON DELETE RESTRICT,  -- null for the unnamed
  surface TEXT NOT NULL,                                       -- the words of the text
  PRIMARY KEY (commitment_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX commitment_parties_actor_id ON commitment_parties (actor_id, role) WHERE actor_id IS NOT NULL;

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
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
  UNIQUE (document_id, fingerprint),
  CHECK (start_date <= end_date),
  CHECK ((value IS NULL) = (low IS NOT NULL) AND (low IS NULL) = (high IS NULL)),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

CREATE INDEX statistics_unit ON statistics (unit) WHERE unit IS NOT NULL;
CREATE INDEX statistics_source_actor_id ON statistics (source_actor_id) WHERE source_actor_id IS NOT NULL;
CREATE INDEX statistics_sentence_id ON statistics (sentence_id);
CREATE INDEX statistics_place_id ON statistics (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX statistics_country_code ON statistics (country_code) WHERE country_code IS NOT NULL;

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
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
  UNIQUE (document_id, fingerprint),
  CHECK (length(evidence) = evidence_end - evidence_start)
) STRICT;

CREATE INDEX statements_speaker_actor_id ON statements (speaker_actor_id) WHERE speaker_actor_id IS NOT NULL;
CREATE INDEX statements_sentence_id ON statements (sentence_id);
