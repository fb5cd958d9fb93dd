-- Which spreadsheet lists the batch?
SELECT name, digest, content, by, at FROM listing WHERE id = 1
