-- Stop naming every document that is no original.
DELETE FROM document WHERE digest NOT IN (SELECT digest FROM original)
