-- What do the pieces from the first to the last of a document say?
SELECT place, text FROM text_block WHERE id BETWEEN ?1 AND ?2 ORDER BY id
