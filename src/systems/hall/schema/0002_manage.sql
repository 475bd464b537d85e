-- Which bookings a closure cancelled, to restore them when it is undone.
CREATE TABLE hall_closure_bookings (
    district TEXT NOT NULL,
    closure  TEXT NOT NULL,
    ticket   TEXT NOT NULL,
    quota    TEXT NOT NULL,
    PRIMARY KEY (district, closure, ticket)
);

-- 日终: a day that ended; it ends once.
CREATE TABLE hall_ended_days (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, hall, day)
);
