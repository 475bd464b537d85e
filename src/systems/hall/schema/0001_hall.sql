-- What a manager decides beside the settings file. Nothing is overwritten: the latest row counts.
CREATE TABLE hall_rules (
    district  TEXT NOT NULL,
    hall      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    since     BIGINT NOT NULL, -- day
    rules     TEXT NOT NULL,   -- the struct as JSON
    proposed_by TEXT NOT NULL,
    confirmed_by TEXT,         -- another official; empty: only proposed
    at        BIGINT NOT NULL,
    PRIMARY KEY (district, hall, version)
);

-- 闭厅: a stretch of a day that is closed after all.
CREATE TABLE hall_closures (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    from_time BIGINT NOT NULL, -- minutes of the day
    to_time  BIGINT NOT NULL,
    reason   TEXT NOT NULL,
    by_whom  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (district, id)
);
CREATE INDEX hall_closures_of_day ON hall_closures (district, hall, day);

-- 特别开放日: a day that is open although the week or the calendar says closed.
CREATE TABLE hall_special_days (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    from_time BIGINT NOT NULL,
    to_time  BIGINT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (district, hall, day, from_time)
);

-- 排班: a published day; where there is none, every window of the settings is staffed.
CREATE TABLE hall_shifts (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    at_window TEXT NOT NULL,
    from_time BIGINT NOT NULL,
    to_time  BIGINT NOT NULL,
    services TEXT NOT NULL, -- ids, with commas
    clerk    TEXT NOT NULL,
    PRIMARY KEY (district, hall, day, at_window, from_time)
);
CREATE TABLE hall_rosters (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, hall, day)
);
