-- Remember what stood there and what stands there since.
INSERT INTO mark_change (round, number, criterion, before, after, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
