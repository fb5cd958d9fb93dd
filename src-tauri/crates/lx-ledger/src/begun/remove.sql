-- Forget what was begun in a field: it was said, or taken back.
DELETE FROM begun WHERE number = ?1 AND field = ?2
