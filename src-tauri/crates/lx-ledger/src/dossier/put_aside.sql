-- Set an application aside.
INSERT INTO set_aside (number, reason, withdrawn, by, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (number) DO UPDATE SET reason = excluded.reason, withdrawn = excluded.withdrawn, by = excluded.by, at = excluded.at
