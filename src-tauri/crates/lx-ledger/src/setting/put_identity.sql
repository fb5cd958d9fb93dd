-- Keep the person's secret keys, over earlier ones.
INSERT INTO identity (id, secret, made_at) VALUES (1, ?1, ?2)
ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at
