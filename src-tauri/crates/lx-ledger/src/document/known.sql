-- Which documents must the folder hold?
SELECT digest, bytes FROM document ORDER BY digest
