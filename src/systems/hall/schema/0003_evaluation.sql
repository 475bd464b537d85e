-- 好差评: one grade for each served stop, never altered. Who gave it is known by the ticket alone.
CREATE TABLE hall_evaluations (
    district  TEXT NOT NULL,
    ticket    TEXT NOT NULL,
    stop      INTEGER NOT NULL,
    hall      TEXT NOT NULL,
    day       BIGINT NOT NULL, -- of the visit
    service   TEXT NOT NULL,
    at_window TEXT NOT NULL,
    grade     TEXT NOT NULL,
    reasons   TEXT NOT NULL, -- keys, with commas
    words     TEXT NOT NULL, -- sealed; empty where nothing was written
    salt      TEXT NOT NULL, -- opens the commitment in the public record
    at        BIGINT NOT NULL,
    PRIMARY KEY (district, ticket, stop)
);
CREATE INDEX hall_evaluations_of_day ON hall_evaluations (district, hall, day);

-- 回访: a bad grade is asked about and answered.
CREATE TABLE hall_follow_ups (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    hall         TEXT NOT NULL,
    ticket       TEXT NOT NULL,
    stop         INTEGER NOT NULL,
    contact_by   BIGINT NOT NULL, -- days
    answer_by    BIGINT NOT NULL,
    contacted_at BIGINT,
    answer       TEXT NOT NULL,
    answered_by  TEXT NOT NULL,
    answered_at  BIGINT,
    PRIMARY KEY (district, id)
);
CREATE INDEX hall_follow_ups_open ON hall_follow_ups (district, hall, answered_at, answer_by);
