-- Set an application aside.
INSERT INTO set_aside (number, reason, by, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (number) DO UPDATE SET reason = excluded.reason, by = excluded.by, at = excluded.at
