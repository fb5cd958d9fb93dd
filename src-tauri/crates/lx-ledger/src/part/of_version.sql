-- Which packages was one version of an application put together from, in the order in which they came?
SELECT name, digest FROM part WHERE number = ?1 AND version = ?2 ORDER BY ordinal
