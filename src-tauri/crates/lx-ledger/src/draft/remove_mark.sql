-- Forget one criterion of one application.
DELETE FROM draft_mark WHERE round = ?1 AND number = ?2 AND criterion = ?3
