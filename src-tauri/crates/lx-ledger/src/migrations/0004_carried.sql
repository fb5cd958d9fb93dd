-- Which applications came over from an earlier batch, and in which signed file?

-- Sealed: one row for each application of a carry file that was taken; the file itself is among the envelopes.
CREATE TABLE carried (
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    carry BLOB NOT NULL CHECK (length(carry) = 32),
    former TEXT NOT NULL,
    vouched TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (carry, former)
) STRICT;

CREATE TRIGGER carried_kept BEFORE UPDATE ON carried BEGIN SELECT RAISE(ABORT, 'sealed: carried'); END;
CREATE TRIGGER carried_stays BEFORE DELETE ON carried BEGIN SELECT RAISE(ABORT, 'sealed: carried'); END;
