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

-- So do the days and copies of a fact's parties, and whether an earlier party of the same role, or of any of an event,
-- is the same; and a fact's row says how many act and are acted upon, so that those without are found.
ALTER TABLE event_participants ADD COLUMN first_day TEXT;
ALTER TABLE event_participants ADD COLUMN last_day TEXT;
ALTER TABLE event_participants ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE event_participants ADD COLUMN is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1));
ALTER TABLE operation_participants ADD COLUMN first_day TEXT;
ALTER TABLE operation_participants ADD COLUMN last_day TEXT;
ALTER TABLE operation_participants ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE operation_participants ADD COLUMN is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1));
ALTER TABLE commitment_parties ADD COLUMN first_day TEXT;
ALTER TABLE commitment_parties ADD COLUMN last_day TEXT;
ALTER TABLE commitment_parties ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
ALTER TABLE commitment_parties ADD COLUMN is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1));
ALTER TABLE events ADD COLUMN agents INTEGER NOT NULL DEFAULT 0;      -- how many parties act, in any role
ALTER TABLE events ADD COLUMN recipients INTEGER NOT NULL DEFAULT 0;  -- how many targets
ALTER TABLE operations ADD COLUMN agents INTEGER NOT NULL DEFAULT 0;  -- leads
ALTER TABLE operations ADD COLUMN recipients INTEGER NOT NULL DEFAULT 0;  -- targets
ALTER TABLE commitments ADD COLUMN agents INTEGER NOT NULL DEFAULT 0;     -- makers
ALTER TABLE commitments ADD COLUMN recipients INTEGER NOT NULL DEFAULT 0;

UPDATE event_participants
SET first_day = f.first_day, last_day = f.last_day, is_copy = f.is_copy,
  is_repeat = EXISTS (
    SELECT 1
    FROM event_participants AS q
    WHERE q.event_id = event_participants.event_id AND q.ordinal < event_participants.ordinal
      AND q.actor_id IS event_participants.actor_id
      AND (q.actor_id IS NOT NULL OR q.surface = event_participants.surface)
  )
FROM events AS f
WHERE f.id = event_id;

UPDATE operation_participants
SET first_day = f.first_day, last_day = f.last_day, is_copy = f.is_copy,
  is_repeat = EXISTS (
    SELECT 1
    FROM operation_participants AS q
    WHERE q.operation_id = operation_participants.operation_id AND q.ordinal < operation_participants.ordinal
      AND q.role = operation_participants.role AND q.actor_id IS operation_participants.actor_id
      AND (q.actor_id IS NOT NULL OR q.surface = operation_participants.surface)
  )
FROM operations AS f
WHERE f.id = operation_id;

UPDATE commitment_parties
SET first_day = f.first_day, last_day = f.last_day, is_copy = f.is_copy,
  is_repeat = EXISTS (
    SELECT 1
    FROM commitment_parties AS q
    WHERE q.commitment_id = commitment_parties.commitment_id AND q.ordinal < commitment_parties.ordinal
      AND q.role = commitment_parties.role AND q.actor_id IS commitment_parties.actor_id
      AND (q.actor_id IS NOT NULL OR q.surface = commitment_parties.surface)
  )
FROM commitments AS f
WHERE f.id = commitment_id;

UPDATE events
SET agents = (SELECT count(*) FROM event_participants WHERE event_id = id),
  recipients = (SELECT count(*) FROM event_participants WHERE event_id = id AND role = 'target');

UPDATE operations
SET agents = (SELECT count(*) FROM operation_participants WHERE operation_id = id AND role = 'lead'),
  recipients = (SELECT count(*) FROM operation_participants WHERE operation_id = id AND role = 'target');

UPDATE commitments
SET agents = (SELECT count(*) FROM commitment_parties WHERE commitment_id = id AND role = 'maker'),
  recipients = (SELECT count(*) FROM commitment_parties WHERE commitment_id = id AND role = 'recipient');

-- And how many documents that are no copies name an actor, with the first and the last day of theirs.
ALTER TABLE actors ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actors ADD COLUMN first_day TEXT;
ALTER TABLE actors ADD COLUMN last_day TEXT;

UPDATE actors
SET documents = n.documents, first_day = n.first_day, last_day = n.last_day
FROM (
  SELECT n.actor_id, count(*) AS documents, min(d.published_on) AS first_day, max(d.published_on) AS last_day
  FROM document_actors AS n
  JOIN documents AS d ON d.id = n.document_id AND d.duplicate_of IS NULL
  GROUP BY n.actor_id
) AS n
WHERE n.actor_id = id;

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

-- Only where the first or last of an actor's documents goes are the others looked at.
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

CREATE INDEX actor_roles_actor_id ON actor_roles (actor_id, document_id, ordinal, title);

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

-- What else facts are grouped by.
CREATE INDEX events_place ON events (place, is_copy, first_day, last_day);
CREATE INDEX operations_place ON operations (place, is_copy, first_day, last_day);
CREATE INDEX statistics_place ON statistics (place, is_copy, first_day, last_day);
CREATE INDEX commitments_unit ON commitments (unit, is_copy, first_day, last_day);
CREATE INDEX commitments_currency ON commitments (currency, is_copy, first_day, last_day);

-- The parties by name, and those without a name of their own by their words; and the facts without.
DROP INDEX event_participants_actor_id;
CREATE INDEX event_participants_actor_id ON event_participants (actor_id, role, is_copy, is_repeat, first_day, last_day)
WHERE actor_id IS NOT NULL;
CREATE INDEX event_participants_surface ON event_participants (surface, role, is_copy, is_repeat, first_day, last_day, actor_id)
WHERE actor_id IS NULL;
DROP INDEX operation_participants_actor_id;
CREATE INDEX operation_participants_actor_id ON operation_participants (actor_id, role, is_copy, is_repeat, first_day, last_day)
WHERE actor_id IS NOT NULL;
CREATE INDEX operation_participants_surface ON operation_participants (surface, role, is_copy, is_repeat, first_day, last_day, actor_id)
WHERE actor_id IS NULL;
DROP INDEX commitment_parties_actor_id;
CREATE INDEX commitment_parties_actor_id ON commitment_parties (actor_id, role, is_copy, is_repeat, first_day, last_day)
WHERE actor_id IS NOT NULL;
CREATE INDEX commitment_parties_surface ON commitment_parties (surface, role, is_copy, is_repeat, first_day, last_day, actor_id)
WHERE actor_id IS NULL;
CREATE INDEX events_agents ON events (agents, is_copy, first_day, last_day) WHERE agents = 0;
CREATE INDEX operations_agents ON operations (agents, is_copy, first_day, last_day) WHERE agents = 0;
CREATE INDEX operations_recipients ON operations (recipients, is_copy, first_day, last_day) WHERE recipients = 0;
CREATE INDEX commitments_agents ON commitments (agents, is_copy, first_day, last_day) WHERE agents = 0;
CREATE INDEX commitments_recipients ON commitments (recipients, is_copy, first_day, last_day) WHERE recipients = 0;
