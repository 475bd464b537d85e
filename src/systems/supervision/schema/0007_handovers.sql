-- A leader's post changes hands 新官理旧账: what stood open on that day, and who signed for it.
CREATE TABLE handovers (
    district      TEXT NOT NULL,
    id            TEXT NOT NULL,
    post          TEXT NOT NULL,
    becomes       TEXT NOT NULL,
    old_name      TEXT NOT NULL,
    new_name      TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    old_signed_at BIGINT,
    old_signed_by TEXT NOT NULL,
    new_signed_at BIGINT,
    new_signed_by TEXT NOT NULL,
    PRIMARY KEY (district, id)
);

CREATE TABLE handover_lines (
    district TEXT NOT NULL,
    handover TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    matter   TEXT NOT NULL,
    level    INTEGER NOT NULL, -- as it stood that day, like the two days
    last_day BIGINT,
    promised BIGINT,
    PRIMARY KEY (district, handover, serial)
);
