-- When was the draft of one application last saved?
SELECT max(at) FROM (
    SELECT at FROM draft_assessment WHERE round = ?1 AND number = ?2
    UNION ALL SELECT at FROM draft_mark WHERE round = ?1 AND number = ?2
)
