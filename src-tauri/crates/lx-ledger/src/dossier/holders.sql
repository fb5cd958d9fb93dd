-- Which applications hold one document in their latest version, by number and order in the package?
SELECT dd.number, dd.path FROM dossier_document AS dd
WHERE dd.digest = ?1
  AND dd.version = (SELECT max(version) FROM dossier WHERE number = dd.number)
  AND dd.number NOT IN (SELECT number FROM set_aside)
ORDER BY dd.number, dd.ordinal
