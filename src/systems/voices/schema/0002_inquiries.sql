-- A trip of advisers 视察调研, and what they found: each finding is an advice that goes its way.
CREATE TABLE voice_inquiries (
    district   TEXT NOT NULL,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    topic      TEXT NOT NULL,
    title      TEXT NOT NULL,
    place      TEXT NOT NULL,
    day        BIGINT NOT NULL,
    members    TEXT NOT NULL, -- names, as they went
    at         BIGINT NOT NULL,
    account    TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX voice_inquiries_by_day ON voice_inquiries (district, day, id);

CREATE TABLE voice_findings (
    district TEXT NOT NULL,
    inquiry  TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    voice    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, inquiry, serial)
);
CREATE INDEX voice_findings_by_voice ON voice_findings (district, voice);

-- What was not solved and became a matter of supervision 转督查督办.
CREATE TABLE voice_handings (
    district  TEXT NOT NULL,
    voice     TEXT NOT NULL,
    matter    TEXT NOT NULL,
    at        BIGINT NOT NULL,
    solved_at BIGINT,
    PRIMARY KEY (district, voice)
);
CREATE INDEX voice_handings_open ON voice_handings (district, solved_at);
