-- What is drafted of one application?
SELECT number, dossier, declared, comment, vetoes, abstained FROM draft_assessment WHERE round = ?1 AND number = ?2
