-- What is remembered under a key?
SELECT value FROM setting WHERE key = ?1
