-- Facts of every step of one kind, oldest first?
SELECT detail FROM journal WHERE kind = ?1 ORDER BY seq
