-- 某天的开放时间: each decision stays, with who and when; of a day the latest version counts. One
-- row a period; a version whose only period is empty takes the day back: the week counts again.
CREATE TABLE hall_day_hours (
    district  TEXT NOT NULL,
    hall      TEXT NOT NULL,
    day       BIGINT NOT NULL,
    version   INTEGER NOT NULL, -- 1, 2, 3 .. of the day; 0: of before, by nobody known
    from_time BIGINT NOT NULL,  -- minutes of the day
    to_time   BIGINT NOT NULL,
    reason    TEXT NOT NULL,
    by_whom   TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (district, hall, day, version, from_time)
);
-- What was set before; its old table is not read any more.
INSERT INTO hall_day_hours (district, hall, day, version, from_time, to_time, reason, by_whom, at)
SELECT district, hall, day, 0, from_time, to_time, reason, '', 0 FROM hall_special_days;
