-- Which marks are drafted of one application?
SELECT number, criterion, mark, reason, evidence FROM draft_mark WHERE round = ?1 AND number = ?2
