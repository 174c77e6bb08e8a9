-- So that questions over a million facts answer at once: what every question counts by is counted when a document is
-- stored. `fact_contributions` says for what each fact counts, `fact_counts` has the numbers; `kb check` compares them.
--
-- The kind and status of a fact stand with its parties, a commitment's money and its makers' countries too, and the
-- indexes of the parties hold them.
ALTER TABLE event_participants ADD COLUMN kind TEXT;
ALTER TABLE event_participants ADD COLUMN status TEXT;
ALTER TABLE operation_participants ADD COLUMN kind TEXT;
ALTER TABLE operation_participants ADD COLUMN status TEXT;
ALTER TABLE commitment_parties ADD COLUMN kind TEXT;
ALTER TABLE commitment_parties ADD COLUMN status TEXT;
ALTER TABLE commitment_parties ADD COLUMN amount REAL;
ALTER TABLE commitment_parties ADD COLUMN currency TEXT;
ALTER TABLE commitment_parties ADD COLUMN country_code TEXT;  -- a maker's; "international" for bodies of several states
-- Whether an earlier maker is of the same country.
ALTER TABLE commitment_parties ADD COLUMN is_country_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_country_repeat IN (0, 1));

DROP INDEX event_participants_actor_id;
DROP INDEX event_participants_surface;
DROP INDEX operation_participants_actor_id;
DROP INDEX operation_participants_surface;
DROP INDEX commitment_parties_actor_id;
DROP INDEX commitment_parties_surface;

UPDATE event_participants SET kind = f.kind, status = f.status FROM events AS f WHERE f.id = event_id;
UPDATE operation_participants SET kind = f.kind, status = f.status FROM operations AS f WHERE f.id = operation_id;
UPDATE commitment_parties
SET kind = f.kind, status = f.status, amount = f.amount, currency = f.currency
FROM commitments AS f
WHERE f.id = commitment_id;
UPDATE commitment_parties
SET country_code = ifnull(a.country_code, iif(a.kind = 'international', 'international', NULL))
FROM actors AS a
WHERE a.id = actor_id AND role = 'maker';
UPDATE commitment_parties
SET is_country_repeat = 1
WHERE role = 'maker' AND ordinal > 1 AND EXISTS (
  SELECT 1
  FROM commitment_parties AS q
  WHERE q.commitment_id = commitment_parties.commitment_id AND q.ordinal < commitment_parties.ordinal
    AND q.role = 'maker' AND q.country_code IS commitment_parties.country_code
);

CREATE INDEX event_participants_actor_id ON event_participants (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;
CREATE INDEX event_participants_surface ON event_participants (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;
CREATE INDEX operation_participants_actor_id ON operation_participants (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;
CREATE INDEX operation_participants_surface ON operation_participants (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;
CREATE INDEX commitment_parties_actor_id ON commitment_parties (
  actor_id, role, is_copy, is_repeat, first_day, last_day, kind, status
)
WHERE actor_id IS NOT NULL;
CREATE INDEX commitment_parties_surface ON commitment_parties (
  surface, role, is_copy, is_repeat, first_day, last_day, kind, status, actor_id
)
WHERE actor_id IS NULL;
CREATE INDEX commitment_parties_country_code ON commitment_parties (
  country_code, is_copy, first_day, last_day, kind, status, role, is_country_repeat, actor_id
)
WHERE role = 'maker' AND is_country_repeat = 0;
CREATE INDEX commitment_parties_amount ON commitment_parties (
  role, is_copy, first_day, last_day, kind, status, is_repeat, is_country_repeat, actor_id, surface, country_code, currency,
  amount
)
WHERE amount IS NOT NULL;

DROP INDEX commitments_amount;
CREATE INDEX commitments_amount ON commitments (
  currency, amount, is_copy, first_day, last_day, kind, status, agents, recipients, document_id
)
WHERE amount IS NOT NULL;

-- What came of operations stands with what groups and filters ask for.
ALTER TABLE operation_outcomes ADD COLUMN kind TEXT;
ALTER TABLE operation_outcomes ADD COLUMN status TEXT;
ALTER TABLE operation_outcomes ADD COLUMN country_code TEXT;
ALTER TABLE operation_outcomes ADD COLUMN first_day TEXT;
ALTER TABLE operation_outcomes ADD COLUMN last_day TEXT;
ALTER TABLE operation_outcomes ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));

UPDATE operation_outcomes
SET kind = f.kind, status = f.status, country_code = f.country_code, first_day = f.first_day, last_day = f.last_day,
  is_copy = f.is_copy
FROM operations AS f
WHERE f.id = operation_id;

CREATE TRIGGER operations_copy_outcomes
AFTER UPDATE OF is_copy ON operations
BEGIN
  UPDATE operation_outcomes SET is_copy = new.is_copy WHERE operation_id = new.id;
END;

-- The largest first; and places and kinds together.
CREATE INDEX commitments_size ON commitments (ifnull(amount, quantity), is_copy);
CREATE INDEX statistics_size ON statistics (ifnull(value, high), is_copy);
DROP INDEX events_place;
CREATE INDEX events_place ON events (place, is_copy, first_day, last_day, kind, status);
DROP INDEX operations_place;
CREATE INDEX operations_place ON operations (place, is_copy, first_day, last_day, kind, status);

-- An actor's country becomes known, or another, long after its commitments were written.
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

CREATE INDEX places_any_case ON places (name COLLATE NOCASE);

-- For what each fact of a document that is no copy counts: once for all, for its country, for its publisher, and for each
-- who acts and each who is acted upon: the row of `actors`, or the words of the unnamed. '' is for what is not known.
-- Days become months where a fact counts once for all, else years. A `+` keeps SQLite to the document's index.
CREATE VIEW fact_contributions AS
SELECT 'events' AS fact_table, 'all' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 7), '') AS first_period,
  ifnull(substr(f.last_day, 1, 7), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM events AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'events' AS fact_table, 'country' AS dimension, ifnull(f.country_code, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM events AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'events' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM events AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'all' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 7), '') AS first_period,
  ifnull(substr(f.last_day, 1, 7), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM operations AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'country' AS dimension, ifnull(f.country_code, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM operations AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM operations AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'all' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 7), '') AS first_period,
  ifnull(substr(f.last_day, 1, 7), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM commitments AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statistics' AS fact_table, 'all' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 7), '') AS first_period,
  ifnull(substr(f.last_day, 1, 7), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statistics AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statistics' AS fact_table, 'country' AS dimension, ifnull(f.country_code, '') AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statistics AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statistics' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statistics AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statements' AS fact_table, 'all' AS dimension, '' AS value, iif(f.direct, 'quoted', 'reported') AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 7), '') AS first_period,
  ifnull(substr(f.last_day, 1, 7), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statements AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statements' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, iif(f.direct, 'quoted', 'reported') AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statements AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'events' AS fact_table, 'agent' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM events AS f
JOIN event_participants AS m ON m.event_id = f.id
WHERE +m.is_copy = 0 AND +m.is_repeat = 0
UNION ALL
SELECT 'events' AS fact_table, 'agent' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM events AS f
WHERE +f.is_copy = 0 AND +f.agents = 0
UNION ALL
SELECT 'operations' AS fact_table, 'agent' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM operations AS f
JOIN operation_participants AS m ON m.operation_id = f.id
WHERE +m.is_copy = 0 AND +m.is_repeat = 0 AND +m.role = 'lead'
UNION ALL
SELECT 'operations' AS fact_table, 'agent' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM operations AS f
WHERE +f.is_copy = 0 AND +f.agents = 0
UNION ALL
SELECT 'operations' AS fact_table, 'recipient' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM operations AS f
JOIN operation_participants AS m ON m.operation_id = f.id
WHERE +m.is_copy = 0 AND +m.is_repeat = 0 AND +m.role = 'target'
UNION ALL
SELECT 'operations' AS fact_table, 'recipient' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM operations AS f
WHERE +f.is_copy = 0 AND +f.recipients = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'agent' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +m.is_copy = 0 AND +m.is_repeat = 0 AND +m.role = 'maker'
UNION ALL
SELECT 'commitments' AS fact_table, 'agent' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND +f.agents = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'recipient' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +m.is_copy = 0 AND +m.is_repeat = 0 AND +m.role = 'recipient'
UNION ALL
SELECT 'commitments' AS fact_table, 'recipient' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND +f.recipients = 0
UNION ALL
SELECT 'statistics' AS fact_table, 'agent' AS dimension, coalesce(f.source_actor_id, f.source, '') AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statistics AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'statements' AS fact_table, 'agent' AS dimension, coalesce(f.speaker_actor_id, f.speaker, '') AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM statements AS f
WHERE +f.is_copy = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'country' AS dimension, ifnull(m.country_code, '') AS value, m.kind AS kind, m.status AS status,
  ifnull(substr(m.first_day, 1, 4), '') AS first_period,
  ifnull(substr(m.last_day, 1, 4), '') AS last_period,
  m.first_day, m.last_day, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +m.is_copy = 0 AND +m.role = 'maker' AND m.is_country_repeat = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'country' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  f.first_day, f.last_day, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND +f.agents = 0;

-- What each amount of money and each outcome adds, likewise; always by year.
CREATE VIEW figure_contributions AS
SELECT 'commitments' AS fact_table, 'all' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL
UNION ALL
SELECT 'commitments' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL
UNION ALL
SELECT 'commitments' AS fact_table, 'country' AS dimension, ifnull(m.country_code, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +m.role = 'maker' AND m.is_country_repeat = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'country' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +f.agents = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'agent' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +m.role = 'maker' AND m.is_repeat = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'agent' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +f.agents = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'recipient' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
JOIN commitment_parties AS m ON m.commitment_id = f.id
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +m.role = 'recipient' AND m.is_repeat = 0
UNION ALL
SELECT 'commitments' AS fact_table, 'recipient' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  ifnull(f.currency, '') AS unit, f.amount AS total, f.document_id
FROM commitments AS f
WHERE +f.is_copy = 0 AND f.amount IS NOT NULL AND +f.recipients = 0
UNION ALL
SELECT 'operations' AS fact_table, 'all' AS dimension, '' AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'country' AS dimension, ifnull(f.country_code, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'publisher' AS dimension, ifnull(d.publisher, '') AS value, f.kind AS kind, f.status AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
JOIN documents AS d ON d.id = f.document_id
WHERE +f.is_copy = 0
UNION ALL
SELECT 'operations' AS fact_table, 'agent' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
JOIN operation_participants AS m ON m.operation_id = f.id
WHERE +f.is_copy = 0 AND +m.role = 'lead' AND m.is_repeat = 0
UNION ALL
SELECT 'operations' AS fact_table, 'agent' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
WHERE +f.is_copy = 0 AND +f.agents = 0
UNION ALL
SELECT 'operations' AS fact_table, 'recipient' AS dimension, ifnull(m.actor_id, m.surface) AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
JOIN operation_participants AS m ON m.operation_id = f.id
WHERE +f.is_copy = 0 AND +m.role = 'target' AND m.is_repeat = 0
UNION ALL
SELECT 'operations' AS fact_table, 'recipient' AS dimension, '' AS value, '' AS kind, '' AS status,
  ifnull(substr(f.first_day, 1, 4), '') AS first_period,
  ifnull(substr(f.last_day, 1, 4), '') AS last_period,
  o.unit AS unit, o.value AS total, f.document_id
FROM operations AS f
JOIN operation_outcomes AS o ON o.operation_id = f.id
WHERE +f.is_copy = 0 AND +f.recipients = 0;

CREATE TABLE fact_counts (
  fact_table TEXT NOT NULL,
  dimension TEXT NOT NULL CHECK (dimension IN ('all', 'country', 'publisher', 'agent', 'recipient')),
  value ANY NOT NULL,          -- a country's code, a publisher, a row of actors or words; '' where it is not known
  kind TEXT NOT NULL,          -- '' where kinds are not told apart
  status TEXT NOT NULL,        -- '' where states are not told apart
  first_period TEXT NOT NULL,  -- the month or year of the first day; '' where none is known
  last_period TEXT NOT NULL,
  facts INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  -- Whether a fact of the first or last day is gone, so that the true first day may be later, the true last one earlier.
  first_is_bound INTEGER NOT NULL DEFAULT 0 CHECK (first_is_bound IN (0, 1)),
  last_is_bound INTEGER NOT NULL DEFAULT 0 CHECK (last_is_bound IN (0, 1)),
  PRIMARY KEY (fact_table, dimension, value, kind, status, first_period, last_period)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_counts_bounds ON fact_counts (fact_table, dimension) WHERE first_is_bound OR last_is_bound;
CREATE INDEX fact_counts_empty ON fact_counts (facts) WHERE facts = 0;

INSERT INTO fact_counts (
  fact_table, dimension, value, kind, status, first_period, last_period, facts, first_day, last_day
)
SELECT
  fact_table, dimension, value, kind, status, first_period, last_period, count(*), min(first_day), max(last_day)
FROM fact_contributions
GROUP BY fact_table, dimension, value, kind, status, first_period, last_period;

CREATE TABLE figure_sums (
  fact_table TEXT NOT NULL,
  dimension TEXT NOT NULL CHECK (dimension IN ('all', 'country', 'publisher', 'agent', 'recipient')),
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

CREATE INDEX figure_sums_empty ON figure_sums (figures) WHERE figures = 0;

INSERT INTO figure_sums (
  fact_table, dimension, value, kind, status, first_period, last_period, unit, figures, total
)
SELECT
  fact_table, dimension, value, kind, status, first_period, last_period, unit, count(*), sum(total)
FROM figure_contributions
GROUP BY fact_table, dimension, value, kind, status, first_period, last_period, unit;
