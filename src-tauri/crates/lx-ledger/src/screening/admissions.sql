-- Which screenings have ended, by number?
SELECT admission FROM admission ORDER BY number
