-- What does one piece of text say, and where does it stand?
SELECT place, text FROM text_block WHERE id = ?1
