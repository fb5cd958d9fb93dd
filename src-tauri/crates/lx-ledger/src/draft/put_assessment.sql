-- Save the draft of one application, over the earlier one.
INSERT INTO draft_assessment (round, number, dossier, declared, comment, vetoes, abstained, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (round, number) DO UPDATE SET dossier = excluded.dossier, declared = excluded.declared,
    comment = excluded.comment, vetoes = excluded.vetoes, abstained = excluded.abstained, at = excluded.at
