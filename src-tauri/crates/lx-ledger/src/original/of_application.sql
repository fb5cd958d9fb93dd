-- Which originals does one application have, oldest version first?
SELECT version, name, digest, bytes FROM original WHERE number = ?1 ORDER BY version
