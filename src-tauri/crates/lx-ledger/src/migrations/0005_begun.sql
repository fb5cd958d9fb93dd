-- What was typed or chosen while applications are screened, and not said yet?

CREATE TABLE begun (
    number TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (number, field)
) STRICT, WITHOUT ROWID;
