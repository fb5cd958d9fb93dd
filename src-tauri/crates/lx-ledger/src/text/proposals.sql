-- Which pieces of the packages' latest versions may hold a text, by number, document and place?
SELECT dd.number, dd.path, dd.digest, b.id
FROM text_index
JOIN text_block AS b ON b.id = text_index.rowid
JOIN dossier_document AS dd ON dd.digest = b.document
WHERE text_index MATCH ?1
  AND dd.version = (SELECT max(version) FROM dossier WHERE number = dd.number)
  AND (dd.number IN (SELECT number FROM set_aside)) = ?2
ORDER BY dd.number, dd.ordinal, b.ordinal
