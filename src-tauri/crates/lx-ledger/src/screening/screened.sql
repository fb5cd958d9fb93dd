-- How did the screenings of one application end, version by version, the last of each?
SELECT version, admission FROM screened AS s
WHERE number = ?1 AND seq = (SELECT max(seq) FROM screened WHERE number = s.number AND version = s.version)
ORDER BY version
