-- Name the earlier outcomes after the new number.
UPDATE screened SET admission = json_set(admission, '$.number', number) WHERE number = ?1
