-- Who may write 委员, 信息员: from a day to a day, by the account that took up the code.
CREATE TABLE voice_members (
    district  TEXT NOT NULL,
    id        TEXT NOT NULL,
    role      TEXT NOT NULL,
    name      TEXT NOT NULL,
    phone     TEXT NOT NULL, -- sealed
    street    TEXT NOT NULL, -- of an officer
    from_day  BIGINT NOT NULL,
    to_day    BIGINT,        -- the last day
    account   TEXT NOT NULL, -- empty until the code was taken up
    code_hash TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX voice_members_by_account ON voice_members (district, account);
CREATE INDEX voice_members_by_code ON voice_members (district, code_hash);

CREATE TABLE voices (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    matter       TEXT,
    kind         TEXT NOT NULL,
    source       TEXT NOT NULL,
    street       TEXT NOT NULL,
    topic        TEXT NOT NULL,
    title        TEXT NOT NULL,
    problem      TEXT NOT NULL,
    analysis     TEXT NOT NULL,
    suggestion   TEXT NOT NULL,
    disclosure   TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   BIGINT NOT NULL,
    submitted_at BIGINT,
    screened_at  BIGINT,
    filed_at     BIGINT,
    approved_at  BIGINT,
    answered_at  BIGINT,
    review_on    BIGINT,
    solved_at    BIGINT,
    dropped_at   BIGINT,
    PRIMARY KEY (district, id)
);
CREATE INDEX voices_by_matter ON voices (district, matter);
CREATE INDEX voices_by_source ON voices (district, source, street, submitted_at);
CREATE INDEX voices_approved ON voices (district, approved_at);

-- A text before it was amended.
CREATE TABLE voice_versions (
    district   TEXT NOT NULL,
    voice      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    at         BIGINT NOT NULL,
    by_member  TEXT NOT NULL,
    title      TEXT NOT NULL,
    problem    TEXT NOT NULL,
    analysis   TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    PRIMARY KEY (district, voice, version)
);

CREATE TABLE voice_authors (
    district     TEXT NOT NULL,
    voice        TEXT NOT NULL,
    serial       INTEGER NOT NULL,
    member       TEXT NOT NULL,
    name         TEXT NOT NULL,
    reporter     INTEGER,
    invited_at   BIGINT NOT NULL,
    confirmed_at BIGINT,
    declined_at  BIGINT,
    removed_at   BIGINT,
    withdrew_at  BIGINT,
    PRIMARY KEY (district, voice, serial)
);
CREATE INDEX voice_authors_by_member ON voice_authors (district, member, voice);
