-- What each verification of a log found.
CREATE TABLE log_verdict (
    district TEXT NOT NULL,
    at       BIGINT NOT NULL,
    entries  BIGINT NOT NULL,
    breaches BIGINT NOT NULL,
    first    TEXT NOT NULL, -- the first breaches, JSON
    PRIMARY KEY (district, at)
);

-- That somebody was erased from the record, and why; never who.
CREATE TABLE log_erasure (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
