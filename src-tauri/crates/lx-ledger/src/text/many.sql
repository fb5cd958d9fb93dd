-- Are more than so many pieces proposed for a text?
SELECT count(*) > ?2 FROM (SELECT rowid FROM text_index WHERE text_index MATCH ?1 LIMIT ?2 + 1)
