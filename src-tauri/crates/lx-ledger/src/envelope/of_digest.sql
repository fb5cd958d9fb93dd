-- Which is the latest signed file with one payload?
SELECT digest, file_digest, bytes, at FROM envelope WHERE kind = ?1 AND digest = ?2 ORDER BY seq DESC LIMIT 1
