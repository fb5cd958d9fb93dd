-- How did every screening end, and which papers went out to the applicants? A supplement opens a screening again: what was found before stays.

-- Sealed: every confirmed outcome, with the version of the dossier that was screened.
CREATE TABLE screened (
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    admission TEXT NOT NULL,
    FOREIGN KEY (number, version) REFERENCES dossier (number, version)
) STRICT;

-- Sealed: receipts and notices, with what they asked for.
CREATE TABLE issued (
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paper TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    FOREIGN KEY (number, version) REFERENCES dossier (number, version)
) STRICT;

CREATE TRIGGER screened_kept BEFORE UPDATE ON screened BEGIN SELECT RAISE(ABORT, 'sealed: screened'); END;
CREATE TRIGGER screened_stays BEFORE DELETE ON screened BEGIN SELECT RAISE(ABORT, 'sealed: screened'); END;
CREATE TRIGGER issued_kept BEFORE UPDATE ON issued BEGIN SELECT RAISE(ABORT, 'sealed: issued'); END;
CREATE TRIGGER issued_stays BEFORE DELETE ON issued BEGIN SELECT RAISE(ABORT, 'sealed: issued'); END;
