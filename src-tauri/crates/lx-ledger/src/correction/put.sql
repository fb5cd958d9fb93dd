-- Keep a person's value of a field.
INSERT INTO correction (number, version, field, value, reason, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
