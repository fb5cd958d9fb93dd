-- Which applications were set aside, why, and for good?
SELECT number, reason, withdrawn FROM set_aside ORDER BY number
