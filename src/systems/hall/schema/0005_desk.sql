-- 请评价: the clerk pointed at the device on the counter.
CREATE TABLE hall_evaluation_requests (
    district  TEXT NOT NULL,
    ticket    TEXT NOT NULL,
    stop      INTEGER NOT NULL,
    at_window TEXT NOT NULL,
    by_whom   TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (district, ticket, stop)
);

-- 解除限制: what came before no longer keeps the person from booking.
CREATE TABLE hall_lifted_limits (
    district TEXT NOT NULL,
    person   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (district, person, at)
);

-- 我的预约: which citizen who had logged in made a booking, for whomever it is.
CREATE TABLE hall_bookings_made (
    district TEXT NOT NULL,
    account  TEXT NOT NULL,
    ticket   TEXT NOT NULL,
    PRIMARY KEY (district, account, ticket)
);
