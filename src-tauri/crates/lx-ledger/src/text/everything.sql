-- Which pieces do the packages' latest versions have, by number, document and place?
SELECT dd.number, dd.path, dd.digest, b.id
FROM text_block AS b
JOIN dossier_document AS dd ON dd.digest = b.document
WHERE dd.version = (SELECT max(version) FROM dossier WHERE number = dd.number)
  AND dd.number NOT IN (SELECT number FROM set_aside)
ORDER BY dd.number, dd.ordinal, b.ordinal
