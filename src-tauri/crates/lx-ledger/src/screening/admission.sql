-- How did the screening of one application end?
SELECT admission FROM admission WHERE number = ?1
