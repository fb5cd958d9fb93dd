-- What did the person note on one application?
SELECT text FROM note WHERE number = ?1
