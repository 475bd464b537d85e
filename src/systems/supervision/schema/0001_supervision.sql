-- Who took which part of the ledgers out of the house.
CREATE TABLE supervision_exports (
    district  TEXT NOT NULL,
    id        TEXT NOT NULL,
    at        BIGINT NOT NULL,
    account   TEXT NOT NULL,
    who       TEXT NOT NULL,
    ledger    TEXT NOT NULL,
    filter    TEXT NOT NULL,
    request   TEXT NOT NULL,
    masked    INTEGER NOT NULL,
    why       TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
