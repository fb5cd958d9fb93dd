-- Which marks were given in one round, oldest first?
SELECT number, criterion, before, after, at FROM mark_change WHERE round = ?1 ORDER BY seq
