-- Write down an export.
INSERT INTO export (kind, path, digest, recipient, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
