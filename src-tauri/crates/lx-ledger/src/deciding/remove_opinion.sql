-- Take an opinion back.
DELETE FROM opinion WHERE number = ?1
