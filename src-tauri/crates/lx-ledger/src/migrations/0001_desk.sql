-- What does a desk hold? Instants are milliseconds since 1970 (UTC); digests and fingerprints are 32 bytes.

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    secret BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- The committee before the freeze.
CREATE TABLE member (
    fingerprint BLOB PRIMARY KEY CHECK (length(fingerprint) = 32),
    role TEXT NOT NULL,
    seat INTEGER NOT NULL,
    member TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Documents that the folder documents/ must hold.
CREATE TABLE document (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

-- Sealed: a supplement is a new version beside the old.
CREATE TABLE dossier (
    number TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    dossier TEXT NOT NULL,
    PRIMARY KEY (number, version)
) STRICT, WITHOUT ROWID;

-- Sealed: which documents a version has, in the order of the package.
CREATE TABLE dossier_document (
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    path TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (number, version, ordinal),
    FOREIGN KEY (number, version) REFERENCES dossier (number, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_document_digest ON dossier_document (digest);

-- An application taken by mistake: kept, but out of the batch.
CREATE TABLE set_aside (
    number TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sealed: the package file a version was read from, byte for byte.
CREATE TABLE original (
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    digest BLOB NOT NULL REFERENCES document (digest),
    bytes INTEGER NOT NULL,
    PRIMARY KEY (number, version)
) STRICT, WITHOUT ROWID;

-- Sealed: a person's value of a field, over the one that was read.
CREATE TABLE correction (
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    FOREIGN KEY (number, version) REFERENCES dossier (number, version)
) STRICT;

-- The text of a document, piece by piece.
CREATE TABLE text_block (
    id INTEGER PRIMARY KEY,
    document BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;

-- Overlapping pairs of characters, separated by spaces; rowid is text_block.id. It only proposes: no positions are kept.
CREATE VIRTUAL TABLE text_index USING fts5 (pairs, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

-- The screening of an application before its outcome is signed.
CREATE TABLE item_verdict (
    number TEXT NOT NULL,
    item TEXT NOT NULL,
    verdict TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (number, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE admission (
    number TEXT PRIMARY KEY,
    admission TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Sealed: what was signed, byte for byte. A countersigned file stands beside the one it came from.
CREATE TABLE envelope (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    file_digest BLOB NOT NULL UNIQUE CHECK (length(file_digest) = 32),
    bytes BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX envelope_digest ON envelope (kind, digest);

-- The reviewer's own draft, the only mutable artefact.
CREATE TABLE draft_assessment (
    round INTEGER NOT NULL,
    number TEXT NOT NULL,
    dossier BLOB NOT NULL,
    declared TEXT NOT NULL,
    comment TEXT NOT NULL,
    vetoes TEXT NOT NULL,
    abstained TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (round, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_mark (
    round INTEGER NOT NULL,
    number TEXT NOT NULL,
    criterion TEXT NOT NULL,
    mark TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (round, number, criterion),
    FOREIGN KEY (round, number) REFERENCES draft_assessment (round, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Every mark that was ever given in the draft, so that it can be taken back.
CREATE TABLE mark_change (
    seq INTEGER PRIMARY KEY,
    round INTEGER NOT NULL,
    number TEXT NOT NULL,
    criterion TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- Private notes: never exported.
CREATE TABLE note (number TEXT PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- The chair's draft of the decision.
CREATE TABLE opinion (number TEXT PRIMARY KEY, entry TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE dissent (by BLOB PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What left the desk.
CREATE TABLE export (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    digest BLOB NOT NULL,
    recipient TEXT,
    by BLOB,
    at INTEGER NOT NULL
) STRICT;

-- Sealed: every step, chained. See journal/mod.rs for the bytes behind `link`.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    kind TEXT NOT NULL,
    digest BLOB,
    by BLOB,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER dossier_kept BEFORE UPDATE ON dossier BEGIN SELECT RAISE(ABORT, 'sealed: dossier'); END;
CREATE TRIGGER dossier_stays BEFORE DELETE ON dossier BEGIN SELECT RAISE(ABORT, 'sealed: dossier'); END;
CREATE TRIGGER dossier_document_kept BEFORE UPDATE ON dossier_document BEGIN SELECT RAISE(ABORT, 'sealed: dossier_document'); END;
CREATE TRIGGER dossier_document_stays BEFORE DELETE ON dossier_document BEGIN SELECT RAISE(ABORT, 'sealed: dossier_document'); END;
CREATE TRIGGER original_kept BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'sealed: original'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original BEGIN SELECT RAISE(ABORT, 'sealed: original'); END;
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'sealed: correction'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'sealed: correction'); END;
CREATE TRIGGER envelope_kept BEFORE UPDATE ON envelope BEGIN SELECT RAISE(ABORT, 'sealed: envelope'); END;
CREATE TRIGGER envelope_stays BEFORE DELETE ON envelope BEGIN SELECT RAISE(ABORT, 'sealed: envelope'); END;
CREATE TRIGGER export_kept BEFORE UPDATE ON export BEGIN SELECT RAISE(ABORT, 'sealed: export'); END;
CREATE TRIGGER export_stays BEFORE DELETE ON export BEGIN SELECT RAISE(ABORT, 'sealed: export'); END;
CREATE TRIGGER journal_kept BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'sealed: journal'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'sealed: journal'); END;
