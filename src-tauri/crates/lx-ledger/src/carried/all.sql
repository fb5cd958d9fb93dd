-- Which applications came over from an earlier batch, in the order in which they were taken?
SELECT number, carry, former, vouched, by, at FROM carried ORDER BY seq
