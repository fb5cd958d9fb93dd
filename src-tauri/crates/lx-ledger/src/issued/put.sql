-- Keep a paper that went out.
INSERT INTO issued (number, version, kind, paper, digest, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
