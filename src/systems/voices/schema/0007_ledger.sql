-- Who took which part of the ledger out of the house 导出.
CREATE TABLE voice_exports (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    who      TEXT NOT NULL,
    filter   TEXT NOT NULL,
    request  TEXT NOT NULL,
    masked   INTEGER NOT NULL,
    why      TEXT NOT NULL,
    PRIMARY KEY (district, id)
);

CREATE INDEX voices_by_submission ON voices (district, submitted_at, id);
