-- 开放时间: the week that a manager set, in force from a day on. Nothing is overwritten: of those
-- that have begun, the latest row counts. Before the first, the week of the settings file counts.
CREATE TABLE hall_hours (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    since    BIGINT NOT NULL, -- day
    week     TEXT NOT NULL,   -- the struct as JSON
    reason   TEXT NOT NULL,
    by_whom  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, hall, version)
);
