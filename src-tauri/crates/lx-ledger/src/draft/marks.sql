-- Which marks are drafted in one round?
SELECT number, criterion, mark, reason, evidence FROM draft_mark WHERE round = ?1
