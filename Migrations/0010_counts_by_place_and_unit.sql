-- So that more questions are answered by what is counted: by place, by unit and by currency, by months, and parties by
-- kind and state. Years stand where months are not asked for, in dimension 'all', so that few rows are read.
--
-- The views say once what a fact is and once for what it counts, rather than table by table.
DROP VIEW fact_contributions;
DROP VIEW figure_contributions;

-- The facts of documents that are no copies, in one form. A `+` keeps SQLite to the index of the document.
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

-- For what each of them counts, by each of the ways of counting; '' is for what is not known.
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

-- The same with the periods of the counts: months where these are what is counted by, else years.
CREATE VIEW fact_contributions AS
SELECT
  fact_table, dimension, value, kind, status,
  ifnull(substr(first_day, 1, iif(dimension = 'month', 7, 4)), '') AS first_period,
  ifnull(substr(last_day, 1, iif(dimension = 'month', 7, 4)), '') AS last_period,
  first_day, last_day, id, document_id
FROM counted_values;

-- What each amount of money and each outcome adds, likewise. Those of units themselves are in dimension 'all' by unit.
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

-- Made anew, as a CHECK cannot be changed.
DROP TABLE fact_counts;
DROP TABLE figure_sums;

CREATE TABLE fact_counts (
  fact_table TEXT NOT NULL,
  dimension TEXT NOT NULL CHECK (
    dimension IN ('all', 'month', 'country', 'place', 'publisher', 'unit', 'currency', 'agent', 'recipient')
  ),
  value ANY NOT NULL,          -- a country's code, a name, a row of actors or words; '' where it is not known
  kind TEXT NOT NULL,          -- '' where there are no kinds
  status TEXT NOT NULL,        -- '' where there are no states
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
  dimension TEXT NOT NULL CHECK (
    dimension IN ('all', 'month', 'country', 'place', 'publisher', 'unit', 'currency', 'agent', 'recipient')
  ),
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

-- What these counts answer needs no index of its own.
DROP INDEX events_place;
DROP INDEX operations_place;
DROP INDEX statistics_place;

-- Lists in the order of days find kinds and states in their index, and so do deadlines days and states.
DROP INDEX events_first_day;
CREATE INDEX events_first_day ON events (first_day DESC, last_day, is_copy, kind, status);
DROP INDEX operations_first_day;
CREATE INDEX operations_first_day ON operations (first_day DESC, last_day, is_copy, kind, status);
DROP INDEX commitments_first_day;
CREATE INDEX commitments_first_day ON commitments (first_day DESC, last_day, is_copy, kind, status);
DROP INDEX commitments_deadline;
CREATE INDEX commitments_deadline ON commitments (deadline, is_copy, first_day, last_day, kind, status)
WHERE deadline IS NOT NULL;
