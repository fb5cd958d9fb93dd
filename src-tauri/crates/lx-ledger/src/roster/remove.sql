-- Unseat a person.
DELETE FROM member WHERE fingerprint = ?1
