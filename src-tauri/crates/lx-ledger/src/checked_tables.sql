-- Which tables hold what cannot be made again?
SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'text\_index%' ESCAPE '\' ORDER BY name
