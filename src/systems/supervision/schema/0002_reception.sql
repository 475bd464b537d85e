-- A day on which a leader receives people 接访日.
CREATE TABLE reception_days (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    day          BIGINT NOT NULL,
    place        TEXT NOT NULL,
    leader       TEXT NOT NULL,
    participants TEXT NOT NULL, -- JSON: departments, deputies, advisers, lawyers
    from_at      BIGINT NOT NULL,
    to_at        BIGINT NOT NULL,
    minutes      INTEGER NOT NULL,
    cancelled_at BIGINT,
    cancelled_why TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX reception_days_in_order ON reception_days (district, day, id);

-- One turn: booked or walked in. Name and telephone are sealed.
CREATE TABLE reception_visits (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    reception    TEXT NOT NULL,
    turn         TEXT NOT NULL,
    start        BIGINT,        -- of what was booked
    name         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    code_hash    TEXT NOT NULL,
    subject      TEXT NOT NULL,
    persons      INTEGER NOT NULL,
    spokespersons INTEGER NOT NULL,
    state        TEXT NOT NULL, -- booked, waiting, received, cancelled, absent
    matter       TEXT,
    facts        TEXT NOT NULL,
    promised     TEXT NOT NULL,
    promise_day  BIGINT,
    promise_clock INTEGER,
    kept_at      BIGINT,
    received_at  BIGINT,
    received_by  TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX reception_visits_of_day ON reception_visits (district, reception, turn);
CREATE INDEX reception_visits_of_matter ON reception_visits (district, matter);
CREATE INDEX reception_visits_promised ON reception_visits (district, promise_day);
