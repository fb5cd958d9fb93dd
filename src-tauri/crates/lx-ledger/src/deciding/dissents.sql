-- Who dissents, oldest first?
SELECT by, text FROM dissent ORDER BY at, by
