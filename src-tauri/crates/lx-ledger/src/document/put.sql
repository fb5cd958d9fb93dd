-- Name a document that is durable in the folder.
INSERT INTO document (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING
