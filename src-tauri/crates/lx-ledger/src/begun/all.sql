-- What was begun, by application and field?
SELECT number, field, text FROM begun ORDER BY number, field
