-- 暂占人: who keeps places while typing, so that nobody keeps many at once.
CREATE TABLE hall_holders (
    district TEXT NOT NULL,
    ticket   TEXT NOT NULL,
    holder   TEXT NOT NULL, -- an account, or the keyed hash of the network that it came from
    until    BIGINT NOT NULL,
    PRIMARY KEY (district, ticket)
);
CREATE INDEX hall_holders_by_holder ON hall_holders (district, holder, until);

-- 未核实: booked under a number that is known with another phone.
CREATE TABLE hall_unproven_bookings (
    district TEXT NOT NULL,
    ticket   TEXT NOT NULL,
    PRIMARY KEY (district, ticket)
);
