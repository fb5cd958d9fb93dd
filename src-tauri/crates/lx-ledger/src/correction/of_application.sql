-- Which fields of one application did a person correct, oldest first?
SELECT number, version, field, value, reason, by, at FROM correction WHERE number = ?1 ORDER BY seq
