-- Keep a confirmed outcome beside the earlier ones.
INSERT INTO screened (number, version, admission) VALUES (?1, ?2, ?3)
