-- A case as it stands today; what happened to it are rows of their own.
CREATE TABLE heating_cases (
    district      TEXT NOT NULL,
    number        BIGINT NOT NULL,
    title         TEXT NOT NULL,
    state         TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    at            BIGINT NOT NULL,
    PRIMARY KEY (district, number)
);

-- 销号: who struck it off, when, and on what evidence.
CREATE TABLE heating_clearances (
    district TEXT NOT NULL,
    number   BIGINT NOT NULL,
    evidence TEXT NOT NULL,
    by_whom  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, number)
);
