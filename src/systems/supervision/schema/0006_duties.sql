-- The “2+N” programme of a party organisation for a year: one hard problem, one recurring kind,
-- N methods. A draft may hold more or fewer; what is handed in holds exactly these.
CREATE TABLE duty_programmes (
    district     TEXT NOT NULL,
    year         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    plan         TEXT NOT NULL,    -- JSON: problems, kinds, cause, mechanism, methods, steps
    version      INTEGER NOT NULL,
    submitted_at BIGINT,
    submitted_by TEXT NOT NULL,
    document     TEXT NOT NULL,    -- of the mechanism: a file
    approved_at  BIGINT,
    approved_by  TEXT NOT NULL,
    PRIMARY KEY (district, year, organisation)
);

-- A method was used on a matter.
CREATE TABLE duty_uses (
    district     TEXT NOT NULL,
    year         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    method       INTEGER NOT NULL,
    matter       TEXT NOT NULL,
    at           BIGINT NOT NULL,
    account      TEXT NOT NULL,
    PRIMARY KEY (district, year, organisation, method, matter)
);

-- A step is done, with its evidence.
CREATE TABLE duty_steps_done (
    district     TEXT NOT NULL,
    year         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    serial       INTEGER NOT NULL,
    at           BIGINT NOT NULL,
    account      TEXT NOT NULL,
    evidence     TEXT NOT NULL,
    file         TEXT NOT NULL,
    PRIMARY KEY (district, year, organisation, serial)
);

-- Nothing here is ever changed.
CREATE TABLE duty_deeds (
    district     TEXT NOT NULL,
    year         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    sequence     INTEGER NOT NULL,
    at           BIGINT NOT NULL,
    deed         TEXT NOT NULL,
    account      TEXT NOT NULL,
    why          TEXT NOT NULL,
    PRIMARY KEY (district, year, organisation, sequence)
);
