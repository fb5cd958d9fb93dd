-- Which verdicts were given on one application?
SELECT item, verdict FROM item_verdict WHERE number = ?1
