-- Keep a version of a dossier as it reads under its new number.
UPDATE dossier SET digest = ?3, dossier = ?4 WHERE number = ?1 AND version = ?2
