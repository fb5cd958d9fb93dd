-- Which papers on one application went out, oldest first?
SELECT number, version, kind, paper, digest, by, at FROM issued WHERE number = ?1 ORDER BY seq
