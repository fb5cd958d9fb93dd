-- Save one criterion of one application, over what stood there.
INSERT INTO draft_mark (round, number, criterion, mark, reason, evidence, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (round, number, criterion) DO UPDATE SET mark = excluded.mark, reason = excluded.reason,
    evidence = excluded.evidence, at = excluded.at
