-- Name an outcome after the new number.
UPDATE admission SET admission = json_set(admission, '$.number', number) WHERE number = ?1
