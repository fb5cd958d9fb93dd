-- Keep a version of a dossier unless it is there.
INSERT INTO dossier (number, version, digest, dossier) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
