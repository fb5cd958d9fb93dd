-- Seat a person, over the same key's earlier entry.
INSERT INTO member (fingerprint, role, seat, member) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (fingerprint) DO UPDATE SET role = excluded.role, seat = excluded.seat, member = excluded.member
