-- When was anything of one round's draft last saved?
SELECT max(at) FROM (SELECT at FROM draft_assessment WHERE round = ?1 UNION ALL SELECT at FROM draft_mark WHERE round = ?1)
