-- So that questions over a million facts answer at once: the day that a fact counts for and whether its document is a
-- copy stand in the fact's own row, and the indexes by which facts are listed, grouped and filtered hold both.
ALTER TABLE events ADD COLUMN first_day TEXT;  -- its own first day, else its document's
ALTER TABLE events ADD COLUMN last_day TEXT;   -- its own last day, else its first, else its document's
ALTER TABLE events ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));  -- of another document's
ALTER TABLE operations ADD COLUMN first_day TEXT;
ALTER TABLE operations ADD COLUMN last_day TEXT;
ALTER TABLE operations ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE commitments ADD COLUMN first_day TEXT;
ALTER TABLE commitments ADD COLUMN last_day TEXT;
ALTER TABLE commitments ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE statistics ADD COLUMN first_day TEXT;
ALTER TABLE statistics ADD COLUMN last_day TEXT;
ALTER TABLE statistics ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE statements ADD COLUMN first_day TEXT;
ALTER TABLE statements ADD COLUMN last_day TEXT;
ALTER TABLE statements ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));

UPDATE events
SET first_day = ifnull(start_date, d.published_on), last_day = coalesce(end_date, start_date, d.published_on),
  is_copy = d.duplicate_of IS NOT NULL
FROM documents AS d
WHERE d.id = document_id;

UPDATE operations
SET first_day = ifnull(start_date, d.published_on), last_day = coalesce(end_date, start_date, d.published_on),
  is_copy = d.duplicate_of IS NOT NULL
FROM documents AS d
WHERE d.id = document_id;

UPDATE commitments
SET first_day = d.published_on, last_day = d.published_on, is_copy = d.duplicate_of IS NOT NULL
FROM documents AS d
WHERE d.id = document_id;

UPDATE statistics
SET first_day = ifnull(start_date, d.published_on), last_day = coalesce(end_date, start_date, d.published_on),
  is_copy = d.duplicate_of IS NOT NULL
FROM documents AS d
WHERE d.id = document_id;

UPDATE statements
SET first_day = d.published_on, last_day = d.published_on, is_copy = d.duplicate_of IS NOT NULL
FROM documents AS d
WHERE d.id = document_id;

-- A document becomes a copy, or the first of its copies, long after its facts were written.
CREATE TRIGGER documents_copy_facts
AFTER UPDATE OF duplicate_of ON documents
WHEN (old.duplicate_of IS NULL) <> (new.duplicate_of IS NULL)
BEGIN
  UPDATE events SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE operations SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE commitments SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE statistics SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
  UPDATE statements SET is_copy = new.duplicate_of IS NOT NULL WHERE document_id = new.id;
END;

DROP INDEX events_kind;
DROP INDEX events_start_date;
DROP INDEX events_country_code;
CREATE INDEX events_kind ON events (kind, status, is_copy, first_day, last_day, country_code);
CREATE INDEX events_first_day ON events (first_day DESC, last_day, is_copy);
CREATE INDEX events_country_code ON events (country_code, is_copy, first_day, last_day);

DROP INDEX operations_kind;
DROP INDEX operations_start_date;
DROP INDEX operations_country_code;
CREATE INDEX operations_kind ON operations (kind, status, is_copy, first_day, last_day, country_code);
CREATE INDEX operations_first_day ON operations (first_day DESC, last_day, is_copy);
CREATE INDEX operations_country_code ON operations (country_code, is_copy, first_day, last_day);

DROP INDEX commitments_kind;
CREATE INDEX commitments_kind ON commitments (kind, status, is_copy, first_day, last_day);
CREATE INDEX commitments_first_day ON commitments (first_day DESC, last_day, is_copy);
CREATE INDEX commitments_amount ON commitments (currency, amount, is_copy, first_day, kind, status)
WHERE amount IS NOT NULL;

DROP INDEX statistics_unit;
DROP INDEX statistics_country_code;
DROP INDEX statistics_source_actor_id;
CREATE INDEX statistics_unit ON statistics (unit, is_copy, first_day, last_day);
CREATE INDEX statistics_first_day ON statistics (first_day DESC, last_day, is_copy);
CREATE INDEX statistics_country_code ON statistics (country_code, is_copy, first_day, last_day);
CREATE INDEX statistics_source_actor_id ON statistics (source_actor_id, source, is_copy, first_day, last_day);

DROP INDEX statements_speaker_actor_id;
CREATE INDEX statements_speaker_actor_id ON statements (speaker_actor_id, speaker, is_copy, first_day, last_day, direct);
CREATE INDEX statements_first_day ON statements (first_day DESC, last_day, is_copy);

-- A fact's document without the page that its text begins on.
CREATE INDEX documents_id ON documents (id, published_on, publisher, source, duplicate_of);

-- The parties without a name of their own, by their words.
CREATE INDEX event_participants_surface ON event_participants (surface) WHERE actor_id IS NULL;
CREATE INDEX operation_participants_surface ON operation_participants (surface) WHERE actor_id IS NULL;
CREATE INDEX commitment_parties_surface ON commitment_parties (surface) WHERE actor_id IS NULL;
