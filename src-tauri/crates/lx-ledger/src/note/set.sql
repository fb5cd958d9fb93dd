-- Note something on one application, over the earlier note.
INSERT INTO note (number, text, at) VALUES (?1, ?2, ?3)
ON CONFLICT (number) DO UPDATE SET text = excluded.text, at = excluded.at
