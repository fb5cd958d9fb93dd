-- Open the screening of an application again.
DELETE FROM admission WHERE number = ?1
