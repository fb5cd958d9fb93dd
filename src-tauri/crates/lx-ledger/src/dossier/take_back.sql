-- Bring an application back into the batch.
DELETE FROM set_aside WHERE number = ?1
