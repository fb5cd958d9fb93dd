-- Which opinions are drafted, by number?
SELECT entry FROM opinion ORDER BY number
