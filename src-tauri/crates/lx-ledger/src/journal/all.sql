-- What happened on this desk, oldest first?
SELECT seq, prev, kind, digest, by, at, detail, link FROM journal ORDER BY seq
