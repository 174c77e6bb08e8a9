-- So that a question about words finds the sentences of facts by their words, rather than read each one.
CREATE VIEW fact_sentences AS
SELECT s.id, s.document_id, substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset) AS text
FROM sentences AS s
JOIN documents AS d ON d.id = s.document_id
WHERE EXISTS (SELECT 1 FROM events WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM operations WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM commitments WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM statistics WHERE sentence_id = s.id)
  OR EXISTS (SELECT 1 FROM statements WHERE sentence_id = s.id);

-- The index of their words, by their rows. It holds no text; whoever writes a document writes it in the same transaction.
CREATE VIRTUAL TABLE fact_sentences_fts USING fts5 (
  text,
  content = '',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO fact_sentences_fts (rowid, text) SELECT id, text FROM fact_sentences ORDER BY id;
