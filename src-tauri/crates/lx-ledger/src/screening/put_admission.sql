-- End the screening of an application, over an earlier end.
INSERT INTO admission (number, admission) VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET admission = excluded.admission
