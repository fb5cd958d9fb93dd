-- What is drafted in one round, by number?
SELECT number, dossier, declared, comment, vetoes, abstained FROM draft_assessment WHERE round = ?1 ORDER BY number
