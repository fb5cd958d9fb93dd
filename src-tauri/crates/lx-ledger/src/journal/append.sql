-- Append a step.
INSERT INTO journal (seq, prev, kind, digest, by, at, detail, link) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
