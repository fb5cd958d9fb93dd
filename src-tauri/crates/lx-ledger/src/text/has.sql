-- Is the text of one document kept?
SELECT 1 FROM text_block WHERE document = ?1 LIMIT 1
