-- Which documents do the packages' latest versions have, by number and document, and what are the first and the last piece of each?
SELECT dd.number, dd.path, dd.digest,
  (SELECT id FROM text_block WHERE document = dd.digest ORDER BY ordinal LIMIT 1),
  (SELECT id FROM text_block WHERE document = dd.digest ORDER BY ordinal DESC LIMIT 1)
FROM dossier_document AS dd
WHERE dd.version = (SELECT max(version) FROM dossier WHERE number = dd.number)
  AND (dd.number IN (SELECT number FROM set_aside)) = ?1
ORDER BY dd.number, dd.version, dd.ordinal
