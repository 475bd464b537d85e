-- The public log of a district: entries and the perfect subtrees above them (RFC 9162).
-- The leaves are the nodes of level 0 and stand in log_entry alone.
CREATE TABLE log_entry (
    district  TEXT NOT NULL,
    seq       BIGINT NOT NULL CHECK (seq >= 0), -- 0, 1, 2 ... without a gap
    kind      TEXT NOT NULL,
    at        BIGINT NOT NULL,
    body      TEXT NOT NULL, -- the exact bytes that are hashed
    leaf      TEXT NOT NULL CHECK (length(leaf) = 64),
    outbox_id BIGINT, -- where the entry came through the outbox
    PRIMARY KEY (district, seq)
);
-- A repeat after a fail-over finds its row already moved.
CREATE UNIQUE INDEX log_entry_by_outbox ON log_entry (district, outbox_id)
    WHERE outbox_id IS NOT NULL;

-- Where many write at once they cannot share one last leaf without waiting for each other: they
-- leave their bodies here, and one sequencer moves them into the log within a second.
CREATE TABLE log_outbox (
    district TEXT NOT NULL,
    id       BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    at       BIGINT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (district, id)
);

CREATE TABLE log_node (
    district TEXT NOT NULL,
    level    INTEGER NOT NULL CHECK (level BETWEEN 1 AND 62),
    idx      BIGINT NOT NULL,
    hash     TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (district, level, idx)
);

-- One row a log: its size and the hashes of its rightmost perfect subtrees, so that an append
-- reads nothing else.
CREATE TABLE log_tip (
    district TEXT NOT NULL,
    size     BIGINT NOT NULL,
    edge     TEXT NOT NULL,
    PRIMARY KEY (district)
);

CREATE TABLE log_head (
    district TEXT NOT NULL,
    size     BIGINT NOT NULL,
    root     TEXT NOT NULL CHECK (length(root) = 64),
    at       BIGINT NOT NULL,
    note     TEXT NOT NULL, -- the signed checkpoint, verbatim
    PRIMARY KEY (district, size)
);

CREATE TABLE log_cosignature (
    district TEXT NOT NULL,
    size     BIGINT NOT NULL,
    witness  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    line     TEXT NOT NULL, -- the signature line, verbatim
    PRIMARY KEY (district, size, witness)
);

-- Deleting a row erases the person from the record: no leaf can be tied to anyone without it.
CREATE TABLE who_salt (
    district TEXT NOT NULL,
    person   TEXT NOT NULL,
    salt     TEXT NOT NULL CHECK (length(salt) = 64),
    PRIMARY KEY (district, person)
);
