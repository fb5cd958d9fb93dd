-- Keep a signed file unless it is there.
INSERT INTO envelope (kind, digest, file_digest, bytes, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (file_digest) DO NOTHING
