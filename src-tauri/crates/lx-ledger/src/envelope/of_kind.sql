-- Which signed files of one kind are there, by first arrival, of each payload the latest file?
SELECT e.digest, e.file_digest, e.bytes, e.at FROM envelope AS e
WHERE e.kind = ?1 AND e.seq = (SELECT max(seq) FROM envelope WHERE kind = e.kind AND digest = e.digest)
ORDER BY (SELECT min(seq) FROM envelope WHERE kind = e.kind AND digest = e.digest)
