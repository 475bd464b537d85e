-- 同感: who has the same on the mind, each person once and each telephone once.
CREATE TABLE voice_supports (
    district TEXT NOT NULL,
    voice    TEXT NOT NULL,
    person   TEXT NOT NULL, -- the keyed hash of the document for this item alone
    account  TEXT NOT NULL, -- that said so; empty once it was erased
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, voice, person)
);
CREATE INDEX voice_supports_by_account ON voice_supports (district, account, voice);
