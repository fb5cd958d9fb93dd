-- Keep the place of one document in a version.
INSERT INTO dossier_document (number, version, ordinal, path, digest) VALUES (?1, ?2, ?3, ?4, ?5)
