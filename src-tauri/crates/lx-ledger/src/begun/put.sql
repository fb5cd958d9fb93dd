-- Keep what was begun in a field, over what was begun before.
INSERT INTO begun (number, field, text) VALUES (?1, ?2, ?3)
ON CONFLICT (number, field) DO UPDATE SET text = excluded.text
