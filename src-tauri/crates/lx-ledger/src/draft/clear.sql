-- Forget the draft of one round; its marks go with it.
DELETE FROM draft_assessment WHERE round = ?1
