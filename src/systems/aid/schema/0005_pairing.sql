-- 结对: one for a family at a time, with a share of each of its donors.
CREATE TABLE aid_pairings (
    district         TEXT NOT NULL,
    number           TEXT NOT NULL, -- L2021-0001
    campaign         TEXT NOT NULL,
    family           TEXT NOT NULL,
    state            TEXT NOT NULL,
    at               BIGINT NOT NULL,
    family_agreed_at BIGINT,
    why              TEXT NOT NULL,
    proposed_by      TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_pairings_by_campaign ON aid_pairings (district, campaign, number);
CREATE INDEX aid_pairings_by_family ON aid_pairings (district, family, number);

CREATE TABLE aid_pairing_shares (
    district     TEXT NOT NULL,
    pairing      TEXT NOT NULL,
    donor        TEXT NOT NULL,
    fen_per_year BIGINT NOT NULL CHECK (fen_per_year > 0),
    agreed_at    BIGINT,
    PRIMARY KEY (district, pairing, donor)
);
CREATE INDEX aid_pairing_shares_by_donor ON aid_pairing_shares (district, donor);

CREATE TABLE aid_wishes (
    district TEXT NOT NULL,
    donor    TEXT NOT NULL,
    street   TEXT NOT NULL, -- empty: any
    pupil    INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, donor)
);

CREATE TABLE aid_forbidden_pairs (
    district TEXT NOT NULL,
    donor    TEXT NOT NULL,
    family   TEXT NOT NULL,
    why      TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, donor, family)
);

-- 走访
CREATE TABLE aid_visits (
    district   TEXT NOT NULL,
    number     TEXT NOT NULL, -- Z0007
    campaign   TEXT NOT NULL,
    family     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    state      TEXT NOT NULL,
    year       INTEGER NOT NULL,
    planned_on BIGINT NOT NULL,
    chosen     INTEGER NOT NULL,
    done_on    BIGINT,
    received   BIGINT,
    rightly    INTEGER,
    note       TEXT NOT NULL,
    by_whom    TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_visits_by_year ON aid_visits (district, campaign, year, number);

-- 抽查: from which head of the record the families of a year were picked.
CREATE TABLE aid_samples (
    district TEXT NOT NULL,
    campaign TEXT NOT NULL,
    year     INTEGER NOT NULL,
    log_size BIGINT NOT NULL,
    seed     TEXT NOT NULL,
    chosen   BIGINT NOT NULL, -- families to pick from
    others   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, campaign, year)
);

-- 收款确认: what a family said of a year's money.
CREATE TABLE aid_confirmations (
    district TEXT NOT NULL,
    family   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    fen      BIGINT NOT NULL,
    in_full  INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, family, year)
);
