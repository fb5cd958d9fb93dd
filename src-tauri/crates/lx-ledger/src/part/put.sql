-- Keep one package of a version.
INSERT INTO part (number, version, ordinal, name, digest) VALUES (?1, ?2, ?3, ?4, ?5)
