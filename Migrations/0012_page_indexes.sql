-- So that a page of the latest facts about common words is read from the index of days alone: it holds where a fact
-- stands, too, and whether a statement is quoted. Actors are listed by the number of documents that name them, and
-- counted by kind and country, from indexes of theirs; documents are counted by publisher and year from another, and a
-- publisher is found by its name in any case.
DROP INDEX events_first_day;
DROP INDEX operations_first_day;
DROP INDEX commitments_first_day;
DROP INDEX statistics_first_day;
DROP INDEX statements_first_day;

CREATE INDEX events_first_day
ON events (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);
CREATE INDEX operations_first_day
ON operations (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);
CREATE INDEX commitments_first_day
ON commitments (first_day DESC, last_day, is_copy, kind, status, sentence_id, document_id);
CREATE INDEX statistics_first_day ON statistics (first_day DESC, last_day, is_copy, sentence_id, document_id);
CREATE INDEX statements_first_day ON statements (first_day DESC, last_day, is_copy, direct, sentence_id, document_id);

CREATE INDEX actors_documents ON actors (documents DESC, name, first_day, last_day) WHERE documents > 0;
CREATE INDEX actors_kind ON actors (kind, first_day, last_day) WHERE documents > 0;
DROP INDEX actors_country_code;
CREATE INDEX actors_country_code ON actors (country_code, first_day, last_day, documents);

CREATE INDEX documents_publisher_year
ON documents (publisher, substr(published_on, 1, 4), published_on, duplicate_of);
CREATE INDEX documents_publisher_name ON documents (publisher COLLATE NOCASE);
