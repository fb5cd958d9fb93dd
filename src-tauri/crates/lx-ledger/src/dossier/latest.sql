-- Which is the latest version of every dossier in the batch, by number?
SELECT digest, dossier FROM dossier AS d
WHERE version = (SELECT max(version) FROM dossier WHERE number = d.number)
  AND number NOT IN (SELECT number FROM set_aside)
ORDER BY number
