-- Which versions does one dossier have, oldest first?
SELECT digest, dossier FROM dossier WHERE number = ?1 ORDER BY version
