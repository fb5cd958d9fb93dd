-- Index a piece of text.
INSERT INTO text_index (rowid, pairs) VALUES (?1, ?2)
