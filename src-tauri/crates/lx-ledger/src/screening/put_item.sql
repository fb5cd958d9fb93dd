-- Give a verdict on one item, over an earlier one.
INSERT INTO item_verdict (number, item, verdict, by, at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (number, item) DO UPDATE SET verdict = excluded.verdict, by = excluded.by, at = excluded.at
