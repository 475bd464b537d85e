-- Whom the screener asked to read an item 参阅, and the opinion that is for the screener alone.
CREATE TABLE voice_readers (
    district    TEXT NOT NULL,
    voice       TEXT NOT NULL,
    serial      INTEGER NOT NULL,
    member      TEXT NOT NULL,
    name        TEXT NOT NULL,
    words       TEXT NOT NULL, -- what was asked
    asked_at    BIGINT NOT NULL,
    asked_by    TEXT NOT NULL,
    opinion     TEXT NOT NULL,
    given_at    BIGINT,
    released_at BIGINT,        -- reads it no more
    PRIMARY KEY (district, voice, serial)
);
CREATE INDEX voice_readers_by_member ON voice_readers (district, member, voice);
