-- One row a visit, booked or walk-in; its state is one column, written with the event.
CREATE TABLE tickets (
    district      TEXT NOT NULL,
    id            TEXT NOT NULL,
    hall          TEXT NOT NULL,
    queue         TEXT NOT NULL,
    service       TEXT NOT NULL, -- of the stop it is at
    person        TEXT,          -- of people; empty for a walk-in without a card
    state         TEXT NOT NULL,
    entry         TEXT,          -- how it came into the queue; empty before check-in
    priority      TEXT,          -- statutory group
    day           BIGINT NOT NULL, -- wall date of the visit
    booked_at     BIGINT,
    ends_at       BIGINT,
    slots         INTEGER NOT NULL,
    until         BIGINT,        -- a hold's end
    number        TEXT,
    issued_at     BIGINT,
    due           BIGINT,
    tie           BIGINT NOT NULL,
    return_number BIGINT NOT NULL,
    at_window        TEXT,
    stop          INTEGER NOT NULL,
    calls         INTEGER NOT NULL, -- in this stop
    returns       INTEGER NOT NULL,
    moves         INTEGER NOT NULL, -- times rescheduled
    events        INTEGER NOT NULL, -- how many so far; also its version
    changed_at    BIGINT NOT NULL,
    secret_hash   TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX tickets_in_order ON tickets (district, hall, state, due, tie, return_number);
CREATE INDEX tickets_of_day ON tickets (district, hall, day, id);
CREATE INDEX tickets_by_number ON tickets (district, hall, number, day);
CREATE INDEX tickets_of_person ON tickets (district, person, day);

-- One service of a visit at one window; a transfer adds one.
CREATE TABLE ticket_stops (
    district TEXT NOT NULL,
    ticket   TEXT NOT NULL,
    stop     INTEGER NOT NULL,
    service  TEXT NOT NULL,
    queue    TEXT NOT NULL,
    at_window   TEXT,
    clerk    TEXT,
    served   INTEGER NOT NULL, -- 1: finished
    PRIMARY KEY (district, ticket, stop)
);

-- Nothing here is ever changed. since: when the state that ends here began, so that every
-- time (wait, service, parked) is a sum over events.
CREATE TABLE ticket_events (
    district   TEXT NOT NULL,
    ticket     TEXT NOT NULL,
    sequence   INTEGER NOT NULL, -- 1, 2, 3 .. of the ticket
    hall       TEXT NOT NULL,
    day        BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    since      BIGINT NOT NULL,
    kind       TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    stop       INTEGER NOT NULL,
    service    TEXT NOT NULL,
    at_window     TEXT,
    actor      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    due        BIGINT,
    passed     TEXT NOT NULL, -- a call: numbers and dues it passed over, and why
    seq        BIGINT,        -- its leaf in the public record
    PRIMARY KEY (district, ticket, sequence)
);
CREATE INDEX ticket_events_of_day ON ticket_events (district, hall, day, to_state, at);
CREATE INDEX ticket_events_at_window ON ticket_events (district, hall, day, at_window, at);

-- The unit of order. Calls of a queue are taken one after another: each locks its row.
CREATE TABLE queues (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    id       TEXT NOT NULL,
    turns    BIGINT NOT NULL,
    PRIMARY KEY (district, hall, id)
);

CREATE TABLE windows (
    district    TEXT NOT NULL,
    hall        TEXT NOT NULL,
    id          TEXT NOT NULL,
    staff_state TEXT NOT NULL,
    clerk       TEXT,          -- account
    clerk_name  TEXT NOT NULL,
    since       BIGINT NOT NULL,
    heard_at    BIGINT NOT NULL, -- last sign of life of its console
    emergency_at BIGINT,
    PRIMARY KEY (district, hall, id)
);
CREATE TABLE window_skills (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    at_window   TEXT NOT NULL,
    service  TEXT NOT NULL,
    queue    TEXT NOT NULL,
    PRIMARY KEY (district, hall, at_window, service)
);

-- Counters of numbers: never wrap, never used twice on a day.
CREATE TABLE ticket_numbers (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    day      BIGINT NOT NULL,
    prefix   TEXT NOT NULL,
    last     BIGINT NOT NULL,
    PRIMARY KEY (district, hall, day, prefix)
);

-- Mean service times as measured up to a day, renewed each night.
CREATE TABLE service_measures (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    service  TEXT NOT NULL,
    cases    BIGINT NOT NULL,
    seconds  BIGINT NOT NULL, -- mean
    shown    BIGINT NOT NULL, -- bookings of the last 90 days that came
    booked   BIGINT NOT NULL, -- of so many
    PRIMARY KEY (district, hall, service)
);
