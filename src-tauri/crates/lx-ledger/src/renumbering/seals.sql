-- Which triggers keep the rows of applications as they were written?
SELECT name, sql FROM sqlite_schema
WHERE type = 'trigger' AND name LIKE '%\_kept' ESCAPE '\' AND tbl_name IN (SELECT value FROM json_each(?1))
ORDER BY name
