-- What left the desk, oldest first?
SELECT kind, path, digest, recipient, by, at FROM export ORDER BY seq
