-- What a unit promised with its answer 措施: each has its day, and its proof once it is done.
CREATE TABLE voice_measures (
    district   TEXT NOT NULL,
    voice      TEXT NOT NULL,
    serial     INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    what       TEXT NOT NULL,
    unit       TEXT NOT NULL,
    by_day     BIGINT NOT NULL,
    clock      INTEGER,         -- of the matter, once the answer is public
    dropped_at BIGINT,          -- the draft was written anew
    done_at    BIGINT,
    proof      TEXT NOT NULL,
    PRIMARY KEY (district, voice, serial)
);

-- Looked at again 复核: what was found, and when it is looked at next.
CREATE TABLE voice_reviews (
    district TEXT NOT NULL,
    voice    TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    solved   INTEGER NOT NULL,
    words    TEXT NOT NULL,
    next_on  BIGINT,
    PRIMARY KEY (district, voice, serial)
);

-- An answer that was public and had to be corrected 更正: what it said before stays readable.
CREATE TABLE voice_corrections (
    district    TEXT NOT NULL,
    matter      TEXT NOT NULL,
    answer      INTEGER NOT NULL, -- its serial
    serial      INTEGER NOT NULL,
    at          BIGINT NOT NULL,
    account     TEXT NOT NULL,
    text        TEXT NOT NULL,
    text_before TEXT NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (district, matter, answer, serial)
);

-- For the feed: what was filed and what was answered last.
CREATE INDEX voices_filed ON voices (district, filed_at);
CREATE INDEX voices_answered ON voices (district, answered_at);
