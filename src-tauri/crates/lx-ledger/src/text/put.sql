-- Keep a piece of text.
INSERT INTO text_block (document, ordinal, place, text) VALUES (?1, ?2, ?3, ?4)
