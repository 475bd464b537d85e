-- A slot 时段 of a queue. Its places are counted here, so that one guarded update takes one.
CREATE TABLE slots (
    district TEXT NOT NULL,
    hall     TEXT NOT NULL,
    queue    TEXT NOT NULL,
    start    BIGINT NOT NULL,
    length   BIGINT NOT NULL, -- minutes
    period   INTEGER NOT NULL, -- opening period of the day; a visit stays inside one
    capacity INTEGER NOT NULL,
    reserved INTEGER NOT NULL, -- of them for internal bookings only
    held     INTEGER NOT NULL DEFAULT 0,
    booked   INTEGER NOT NULL DEFAULT 0,
    cooling  INTEGER NOT NULL DEFAULT 0,
    inside   INTEGER NOT NULL DEFAULT 0, -- of the held and booked, internal ones
    closed   INTEGER NOT NULL DEFAULT 0,
    CHECK (held >= 0 AND booked >= 0 AND cooling >= 0),
    CHECK (inside >= 0 AND inside <= held + booked),
    PRIMARY KEY (district, hall, queue, start)
);

-- Who has a place. A hold and a cooling place end at their limit, whether or not this row and
-- the counts above have been settled since.
CREATE TABLE places (
    district TEXT NOT NULL,
    holder   TEXT NOT NULL, -- the ticket; a cooling place is nobody's and has an id of its own
    hall     TEXT NOT NULL,
    queue    TEXT NOT NULL,
    start    BIGINT NOT NULL,
    quota    TEXT NOT NULL CHECK (quota IN ('open', 'internal')),
    state    TEXT NOT NULL CHECK (state IN ('held', 'booked', 'cooling')),
    until    BIGINT,
    CHECK ((state = 'booked') = (until IS NULL)),
    PRIMARY KEY (district, holder, queue, start)
);
CREATE INDEX places_with_limit ON places (district, hall, queue, start) WHERE until IS NOT NULL;

-- 候补: who takes a place that comes free on a full day.
CREATE TABLE waiting_list (
    district  TEXT NOT NULL,
    id        TEXT NOT NULL, -- sorts by the time of joining
    hall      TEXT NOT NULL,
    queue     TEXT NOT NULL,
    service   TEXT NOT NULL,
    day       BIGINT NOT NULL,
    person    TEXT NOT NULL,
    joined_at BIGINT NOT NULL,
    offered   TEXT, -- the ticket held for this person
    PRIMARY KEY (district, id),
    UNIQUE (district, hall, service, day, person)
);
CREATE INDEX waiting_list_in_line ON waiting_list (district, hall, queue, day, id);
