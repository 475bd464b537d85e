-- The last number of each kind of paper: R2021-, P2021-, D.
CREATE TABLE aid_series (
    district TEXT NOT NULL,
    series   TEXT NOT NULL,
    last     BIGINT NOT NULL,
    PRIMARY KEY (district, series)
);

CREATE TABLE aid_donors (
    district  TEXT NOT NULL,
    number    TEXT NOT NULL,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    phone     TEXT NOT NULL, -- sealed
    anonymous INTEGER NOT NULL,
    at        BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_donors_by_name ON aid_donors (district, name);

CREATE TABLE aid_pledges (
    district     TEXT NOT NULL,
    number       TEXT NOT NULL,
    campaign     TEXT NOT NULL,
    donor        TEXT NOT NULL,
    fen          BIGINT NOT NULL CHECK (fen > 0),
    at           BIGINT NOT NULL,
    cancelled_at BIGINT,
    why          TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_pledges_by_donor ON aid_pledges (district, donor);
CREATE INDEX aid_pledges_by_campaign ON aid_pledges (district, campaign, number);

CREATE TABLE aid_instalments (
    district  TEXT NOT NULL,
    pledge    TEXT NOT NULL,
    serial    INTEGER NOT NULL,
    fen       BIGINT NOT NULL CHECK (fen > 0),
    due       BIGINT NOT NULL,
    paid      BIGINT NOT NULL CHECK (paid >= 0),
    cancelled BIGINT NOT NULL CHECK (cancelled >= 0), -- written off
    PRIMARY KEY (district, pledge, serial),
    CHECK (paid + cancelled <= fen)
);
CREATE INDEX aid_instalments_by_due ON aid_instalments (district, due);

-- One for each lot of the ledger.
CREATE TABLE aid_donations (
    district    TEXT NOT NULL,
    lot         BIGINT NOT NULL,
    donor       TEXT NOT NULL,
    campaign    TEXT NOT NULL,
    pledge      TEXT NOT NULL, -- empty: a gift without one
    fen         BIGINT NOT NULL CHECK (fen > 0),
    way         TEXT NOT NULL,
    day         BIGINT NOT NULL,
    transfer    BIGINT NOT NULL,
    source      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    reversed_at BIGINT,
    why         TEXT NOT NULL,
    PRIMARY KEY (district, lot)
);
CREATE UNIQUE INDEX aid_donations_by_source ON aid_donations (district, source);
CREATE INDEX aid_donations_by_donor ON aid_donations (district, donor, lot);
CREATE INDEX aid_donations_by_campaign ON aid_donations (district, campaign, lot);

-- 收据: a void one is kept.
CREATE TABLE aid_receipts (
    district TEXT NOT NULL,
    number   TEXT NOT NULL,
    lot      BIGINT NOT NULL,
    state    TEXT NOT NULL,
    day      BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    handler  TEXT NOT NULL,
    why      TEXT NOT NULL,
    trace    BIGINT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_receipts_by_lot ON aid_receipts (district, lot);

-- 现金: who counted it, and who signed second.
CREATE TABLE aid_cash_slips (
    district     TEXT NOT NULL,
    number       TEXT NOT NULL,
    donor        TEXT NOT NULL,
    pledge       TEXT NOT NULL,
    fen          BIGINT NOT NULL CHECK (fen > 0),
    counted_by   TEXT NOT NULL,
    counted_name TEXT NOT NULL,
    counted_at   BIGINT NOT NULL,
    signed_at    BIGINT,
    signed_by    TEXT,
    lot          BIGINT,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_cash_slips_open ON aid_cash_slips (district, signed_at);
