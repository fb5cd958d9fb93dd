-- Keep the original of a version.
INSERT INTO original (number, version, name, digest, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
