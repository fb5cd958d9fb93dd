-- Write down a dissent, over the same person's earlier one.
INSERT INTO dissent (by, text, at) VALUES (?1, ?2, ?3) ON CONFLICT (by) DO UPDATE SET text = excluded.text, at = excluded.at
