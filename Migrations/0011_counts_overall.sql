-- So that questions that ask for no kind, state or period read few rows: what is counted by months, countries, places
-- and publishers is counted once more with kinds, states and last periods left out, and what is counted by parties with
-- periods left out, both in dimensions of their own. Facts are counted by document, too.
DROP VIEW figure_contributions;
DROP VIEW fact_contributions;

-- How facts that count by something are counted: each way is a dimension of the counts.
CREATE TABLE count_dimensions (
  counted_by TEXT NOT NULL,       -- a dimension of counted_values
  dimension TEXT NOT NULL,        -- that of the counts
  has_kinds INTEGER NOT NULL CHECK (has_kinds IN (0, 1)),  -- whether kinds and states are told apart
  first_length INTEGER NOT NULL,  -- of the first day: 7 for its month, 4 for its year, 0 where all are counted together
  last_length INTEGER NOT NULL,
  PRIMARY KEY (counted_by, dimension)
) STRICT, WITHOUT ROWID;

INSERT INTO count_dimensions (counted_by, dimension, has_kinds, first_length, last_length)
VALUES
  ('all', 'all', 1, 4, 4),
  ('all', 'document', 0, 0, 0),  -- its value is the document
  ('month', 'month', 1, 7, 7),
  ('month', 'month_overall', 0, 7, 0),
  ('country', 'country', 1, 4, 4),
  ('country', 'country_overall', 0, 4, 0),
  ('place', 'place', 1, 4, 4),
  ('place', 'place_overall', 0, 4, 0),
  ('publisher', 'publisher', 1, 4, 4),
  ('publisher', 'publisher_overall', 0, 4, 0),
  ('unit', 'unit', 1, 4, 4),
  ('currency', 'currency', 1, 4, 4),
  ('agent', 'agent', 1, 4, 4),
  ('agent', 'agent_overall', 1, 0, 0),
  ('recipient', 'recipient', 1, 4, 4),
  ('recipient', 'recipient_overall', 1, 0, 0);

CREATE VIEW fact_contributions AS
SELECT
  v.fact_table, c.dimension, iif(c.dimension = 'document', v.document_id, v.value) AS value,
  iif(c.has_kinds, v.kind, '') AS kind, iif(c.has_kinds, v.status, '') AS status,
  ifnull(substr(v.first_day, 1, c.first_length), '') AS first_period,
  ifnull(substr(v.last_day, 1, c.last_length), '') AS last_period,
  v.first_day, v.last_day, v.id, v.document_id
FROM counted_values AS v
CROSS JOIN count_dimensions AS c ON c.counted_by = v.dimension;

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

CREATE INDEX fact_counts_bounds ON fact_counts (fact_table, dimension) WHERE first_is_bound OR last_is_bound;
CREATE INDEX fact_counts_documents ON fact_counts (fact_table, facts) WHERE dimension = 'document';
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

CREATE INDEX figure_sums_empty ON figure_sums (figures) WHERE figures = 0;

INSERT INTO figure_sums (
  fact_table, dimension, value, kind, status, first_period, last_period, unit, figures, total
)
SELECT
  fact_table, dimension, value, kind, status, first_period, last_period, unit, count(*), sum(total)
FROM figure_contributions
GROUP BY fact_table, dimension, value, kind, status, first_period, last_period, unit;

-- The largest operations first.
CREATE INDEX operation_outcomes_value ON operation_outcomes (value DESC, is_copy);
