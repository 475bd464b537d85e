-- Where an inquiry went after its first day 回访: one row a visit.
CREATE TABLE voice_inquiry_visits (
    district TEXT NOT NULL,
    inquiry  TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    day      BIGINT NOT NULL,
    place    TEXT NOT NULL,
    words    TEXT NOT NULL, -- what was seen
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    PRIMARY KEY (district, inquiry, serial)
);
