-- Which documents do the packages' latest versions have, by number and document?
SELECT dd.number, dd.path, dd.digest
FROM dossier_document AS dd
WHERE dd.version = (SELECT max(version) FROM dossier WHERE number = dd.number)
  AND (dd.number IN (SELECT number FROM set_aside)) = ?1
ORDER BY dd.number, dd.ordinal
