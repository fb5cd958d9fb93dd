-- What was a version put together from, and which spreadsheet lists the batch?

-- Sealed: the packages of a version, in the order in which they came. A supplement that was added stands behind what it was added to.
CREATE TABLE part (
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (number, version, ordinal),
    FOREIGN KEY (number, version) REFERENCES dossier (number, version)
) STRICT, WITHOUT ROWID;

-- The spreadsheet of the whole batch (申报汇总表) as it was read, one at a time.
CREATE TABLE listing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    content TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER part_kept BEFORE UPDATE ON part BEGIN SELECT RAISE(ABORT, 'sealed: part'); END;
CREATE TRIGGER part_stays BEFORE DELETE ON part BEGIN SELECT RAISE(ABORT, 'sealed: part'); END;
