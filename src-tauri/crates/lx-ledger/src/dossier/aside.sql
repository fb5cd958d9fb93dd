-- Which applications were set aside, and why?
SELECT number, reason FROM set_aside ORDER BY number
