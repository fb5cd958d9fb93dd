-- Forget a value.
DELETE FROM setting WHERE key = ?1
