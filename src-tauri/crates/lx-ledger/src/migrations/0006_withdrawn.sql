-- Does an application that was set aside move to a later batch, or was it withdrawn or received by mistake?
ALTER TABLE set_aside ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
