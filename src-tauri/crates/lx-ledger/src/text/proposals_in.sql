-- Which pieces from the first to the last of a document may hold a text? A document's pieces are kept in one go.
SELECT b.place, b.text
FROM text_index
JOIN text_block AS b ON b.id = text_index.rowid
WHERE text_index MATCH ?1 AND text_index.rowid BETWEEN ?2 AND ?3
ORDER BY text_index.rowid
