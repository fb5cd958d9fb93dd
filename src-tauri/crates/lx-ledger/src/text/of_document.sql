-- What does one document say, in order?
SELECT place, text FROM text_block WHERE document = ?1 ORDER BY ordinal
