-- Draft an opinion, over an earlier one.
INSERT INTO opinion (number, entry, at) VALUES (?1, ?2, ?3)
ON CONFLICT (number) DO UPDATE SET entry = excluded.entry, at = excluded.at
