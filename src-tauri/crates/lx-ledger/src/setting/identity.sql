-- Which are the person's secret keys?
SELECT secret FROM identity WHERE id = 1
