-- Families of an action. Who they are, what is counted and where money goes is sealed.
CREATE TABLE aid_families (
    district   TEXT NOT NULL,
    number     TEXT NOT NULL, -- F0042
    campaign   TEXT NOT NULL,
    person     TEXT NOT NULL,
    street     TEXT NOT NULL,
    category   TEXT NOT NULL,
    state      TEXT NOT NULL,
    facts      TEXT NOT NULL, -- sealed; empty: erased
    payee      TEXT NOT NULL, -- sealed
    salt       TEXT NOT NULL,
    at         BIGINT NOT NULL,
    visited_on BIGINT,
    serial     INTEGER NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE UNIQUE INDEX aid_families_of_person ON aid_families (district, campaign, person);
CREATE INDEX aid_families_by_state ON aid_families (district, campaign, state, number);
CREATE INDEX aid_families_by_serial ON aid_families (district, serial);

CREATE TABLE aid_family_steps (
    district TEXT NOT NULL,
    family   TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    state    TEXT NOT NULL,
    why      TEXT NOT NULL,
    PRIMARY KEY (district, family, serial)
);

-- Wrong tries at a family's own page.
CREATE TABLE aid_family_tries (
    district TEXT NOT NULL,
    family   TEXT NOT NULL,
    wrong    INTEGER NOT NULL,
    last_at  BIGINT NOT NULL,
    PRIMARY KEY (district, family)
);

CREATE TABLE aid_selections (
    district    TEXT NOT NULL,
    campaign    TEXT NOT NULL,
    places      BIGINT NOT NULL,
    by_street   INTEGER NOT NULL,
    weights     TEXT NOT NULL,
    planned_at  BIGINT NOT NULL,
    scored_at   BIGINT,
    draw        TEXT NOT NULL, -- of ties, until its result is taken in
    notice_from BIGINT,
    notice_to   BIGINT,
    selected_at BIGINT,
    planned_by  TEXT NOT NULL,
    PRIMARY KEY (district, campaign)
);

-- Points, with the facts as they were when they were counted.
CREATE TABLE aid_scores (
    district TEXT NOT NULL,
    campaign TEXT NOT NULL,
    family   TEXT NOT NULL,
    street   TEXT NOT NULL,
    weights  TEXT NOT NULL,
    points   BIGINT NOT NULL,
    snapshot TEXT NOT NULL, -- sealed
    hash     TEXT NOT NULL, -- of the snapshot, under the family's salt
    at       BIGINT NOT NULL,
    drawn    BIGINT,
    ruling   TEXT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, campaign, family)
);

CREATE TABLE aid_decisions (
    district TEXT NOT NULL,
    campaign TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    family   TEXT NOT NULL,
    what     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    voters   TEXT NOT NULL, -- names, a line each
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, campaign, serial)
);

CREATE TABLE aid_objections (
    district    TEXT NOT NULL,
    campaign    TEXT NOT NULL,
    objection   TEXT NOT NULL,
    family      TEXT NOT NULL,
    text        TEXT NOT NULL,
    at          BIGINT NOT NULL,
    answered_at BIGINT,
    upheld      INTEGER,
    answer      TEXT NOT NULL,
    phone       TEXT NOT NULL, -- sealed
    PRIMARY KEY (district, objection)
);
CREATE INDEX aid_objections_by_campaign ON aid_objections (district, campaign, at);
CREATE INDEX aid_objections_by_family ON aid_objections (district, family, at);
