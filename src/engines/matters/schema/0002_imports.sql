-- Older ledgers that were taken in. next_page: where taking in or back has come to.
CREATE TABLE matter_imports (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    book         TEXT NOT NULL,
    name         TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    layout       TEXT NOT NULL, -- JSON: columns, heads, ignored
    state        TEXT NOT NULL,
    at           BIGINT NOT NULL,
    account      TEXT NOT NULL,
    who          TEXT NOT NULL,
    fresh        INTEGER NOT NULL,
    present      INTEGER NOT NULL,
    bad          INTEGER NOT NULL,
    pages        INTEGER NOT NULL,
    next_page    INTEGER NOT NULL,
    taken        INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    kept         INTEGER NOT NULL,
    committed_at BIGINT,
    committed_by TEXT NOT NULL,
    ended_at     BIGINT,
    undone_at    BIGINT,
    undone_by    TEXT NOT NULL,
    undone_why   TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX matter_imports_of_book ON matter_imports (district, book, id);
CREATE INDEX matter_imports_in_state ON matter_imports (district, book, state);

-- Some hundred lines a row, sealed: they name people.
CREATE TABLE matter_import_pages (
    district TEXT NOT NULL,
    import   TEXT NOT NULL,
    page     INTEGER NOT NULL,
    fresh    INTEGER NOT NULL,
    present  INTEGER NOT NULL,
    bad      INTEGER NOT NULL,
    lines    TEXT NOT NULL,
    PRIMARY KEY (district, import, page)
);

-- One row an old number, so that nothing comes in twice; an import taken back frees it.
CREATE TABLE matter_origins (
    district TEXT NOT NULL,
    book     TEXT NOT NULL,
    identity TEXT NOT NULL,
    matter   TEXT NOT NULL,
    import   TEXT NOT NULL,
    line     INTEGER NOT NULL,
    deeds    INTEGER NOT NULL,
    fields   TEXT NOT NULL,
    PRIMARY KEY (district, book, identity)
);
CREATE INDEX matter_origins_of_import ON matter_origins (district, import, line);
