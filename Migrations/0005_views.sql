-- What a person wants on opening the file: names instead of ids, each row with its sentence and document.
-- The facts of a document that has the same bytes as another are counted once: its rows are left out here.
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

-- Who held which office, as far as the documents show: the days of the first and the last document that says so.
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

-- All kinds of facts in one list.
CREATE VIEW fact_kinds AS
SELECT 'events' AS fact_table, kind, meaning FROM event_kinds
UNION ALL
SELECT 'operations', kind, meaning FROM operation_kinds
UNION ALL
SELECT 'commitments', kind, meaning FROM commitment_kinds;
