-- Forget the spreadsheet that lists the batch.
DELETE FROM listing
