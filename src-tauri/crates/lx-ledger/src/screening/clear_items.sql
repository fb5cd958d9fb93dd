-- Forget the verdicts on one application.
DELETE FROM item_verdict WHERE number = ?1
