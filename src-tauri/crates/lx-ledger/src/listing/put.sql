-- Keep the spreadsheet that lists the batch, over an earlier one.
INSERT INTO listing (id, name, digest, content, by, at) VALUES (1, ?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, digest = excluded.digest, content = excluded.content, by = excluded.by, at = excluded.at
