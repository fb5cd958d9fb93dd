-- Which application of a carry file became which one here?
INSERT INTO carried (number, carry, former, vouched, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
