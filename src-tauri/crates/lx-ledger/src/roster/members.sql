-- Who sits on the committee so far, by role and seat?
SELECT member FROM member ORDER BY role, seat, fingerprint
