-- A digest 专报 of chosen items for the leaders, and what they wrote on it 批示.
CREATE TABLE voice_digests (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    year     INTEGER NOT NULL,
    number   INTEGER NOT NULL, -- of its year
    title    TEXT NOT NULL,
    words    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX voice_digests_by_number ON voice_digests (district, year, number);

CREATE TABLE voice_digest_items (
    district TEXT NOT NULL,
    digest   TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    voice    TEXT NOT NULL,
    PRIMARY KEY (district, digest, serial)
);

-- On one item of it; its clock is one of the item's matter.
CREATE TABLE voice_instructions (
    district    TEXT NOT NULL,
    digest      TEXT NOT NULL,
    serial      INTEGER NOT NULL,
    voice       TEXT NOT NULL,
    leader      TEXT NOT NULL,
    text        TEXT NOT NULL,
    unit        TEXT NOT NULL,
    last_day    BIGINT NOT NULL,
    clock       INTEGER,
    at          BIGINT NOT NULL,
    account     TEXT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT NOT NULL,
    answer      TEXT NOT NULL,
    PRIMARY KEY (district, digest, serial)
);
CREATE INDEX voice_instructions_by_voice ON voice_instructions (district, voice);
