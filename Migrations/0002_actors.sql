-- Who and where: countries, places, and one row for each real actor, however many documents name it.
-- `document_actors` says how one document names an actor; its aliases, roles and mentions hang on that, so that they
-- go when the document goes.
CREATE TABLE countries (
  code TEXT PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z]'),  -- ISO 3166-1 alpha-2
  alpha3 TEXT CHECK (alpha3 GLOB '[A-Z][A-Z][A-Z]'),     -- ISO 3166-1 alpha-3
  name TEXT NOT NULL,
  region TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,  -- as written
  kind TEXT,           -- city, state, country; null where the gazetteer does not know it
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX places_name ON places (name, ifnull(country_code, ''));
CREATE INDEX places_country_code ON places (country_code);

CREATE TABLE actors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given to another actor
  name TEXT NOT NULL,                    -- canonical, full, no honorific
  kind TEXT NOT NULL CHECK (kind IN (
    'person', 'country', 'region', 'government', 'agency', 'legislature', 'court', 'military', 'international',
    'party', 'company', 'ngo', 'media', 'academic', 'group')),
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  name_key TEXT NOT NULL                 -- what names must share to be one: small letters, no punctuation, no article
) STRICT;

CREATE INDEX actors_name_key ON actors (name_key, kind);
CREATE INDEX actors_country_code ON actors (country_code);
CREATE INDEX actors_name ON actors (name COLLATE NOCASE);

CREATE TABLE document_actors (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  actor_id INTEGER NOT NULL REFERENCES actors (id) ON DELETE RESTRICT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by first mention
  name TEXT NOT NULL,                             -- the fullest name in this document
  country_code TEXT REFERENCES countries (code) ON DELETE RESTRICT,
  PRIMARY KEY (document_id, actor_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_actors_actor_id ON document_actors (actor_id);
CREATE INDEX document_actors_name ON document_actors (name COLLATE NOCASE);
CREATE INDEX document_actors_country_code ON document_actors (country_code) WHERE country_code IS NOT NULL;

CREATE TABLE actor_aliases (
  document_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by appearance
  alias TEXT NOT NULL,
  PRIMARY KEY (document_id, actor_id, ordinal),
  FOREIGN KEY (document_id, actor_id) REFERENCES document_actors (document_id, actor_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_aliases_alias ON actor_aliases (alias COLLATE NOCASE);

CREATE TABLE actor_roles (
  document_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),  -- by appearance
  title TEXT NOT NULL,                            -- the office, without country or employer
  PRIMARY KEY (document_id, actor_id, ordinal),
  FOREIGN KEY (document_id, actor_id) REFERENCES document_actors (document_id, actor_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_roles_title ON actor_roles (title COLLATE NOCASE);

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
