-- The yearly programme of public works 办实事: phases follow each other without a gap.
CREATE TABLE works_programmes (
    district TEXT NOT NULL,
    year     INTEGER NOT NULL,
    phases   TEXT NOT NULL,    -- JSON: phase and its first day
    choices  INTEGER NOT NULL, -- items on a ballot
    ballots_least BIGINT NOT NULL,
    deputies INTEGER NOT NULL, -- all of the congress
    result   TEXT NOT NULL,    -- of the vote: open, counted, void
    extended INTEGER NOT NULL,
    PRIMARY KEY (district, year)
);

CREATE TABLE works_items (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    year         INTEGER NOT NULL,
    serial       INTEGER NOT NULL,
    title        TEXT NOT NULL,
    content      TEXT NOT NULL,
    place        TEXT NOT NULL,
    street       TEXT NOT NULL,
    phone        TEXT NOT NULL, -- of the proposer, sealed
    state        TEXT NOT NULL,
    public_why   TEXT NOT NULL,
    joined_into  TEXT,
    votes        BIGINT NOT NULL,
    yes          INTEGER NOT NULL,
    no           INTEGER NOT NULL,
    abstained    INTEGER NOT NULL,
    budget       BIGINT NOT NULL, -- fen
    spent        BIGINT NOT NULL,
    unit         TEXT NOT NULL,
    leader       TEXT NOT NULL,
    proposed_at  BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    announced_at BIGINT,
    matter       TEXT,            -- whose clocks its milestones are
    report       TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX works_items_of_year ON works_items (district, year, serial);
CREATE INDEX works_items_in_state ON works_items (district, year, state, serial);

CREATE TABLE works_milestones (
    district TEXT NOT NULL,
    item     TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    title    TEXT NOT NULL,
    planned  BIGINT NOT NULL,
    clock    INTEGER,
    done_at  BIGINT,
    words    TEXT NOT NULL,
    PRIMARY KEY (district, item, serial)
);

-- Ballots are secret: a voter is a keyed hash, and nobody reads whose it is.
CREATE TABLE works_ballots (
    district TEXT NOT NULL,
    year     INTEGER NOT NULL,
    voter    TEXT NOT NULL,
    item     TEXT NOT NULL,
    PRIMARY KEY (district, year, voter, item)
);

CREATE TABLE works_ratings (
    district TEXT NOT NULL,
    item     TEXT NOT NULL,
    attempt  INTEGER NOT NULL,
    voter    TEXT NOT NULL,
    grade    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, item, attempt, voter)
);

-- Nothing here is ever changed.
CREATE TABLE works_deeds (
    district TEXT NOT NULL,
    item     TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    deed     TEXT NOT NULL,
    to_state TEXT NOT NULL,
    actor    TEXT NOT NULL,
    why      TEXT NOT NULL,
    PRIMARY KEY (district, item, sequence)
);
