-- Verifiable draws. What is empty has not come yet.
CREATE TABLE draws (
    district       TEXT NOT NULL,
    draw           TEXT NOT NULL,
    title          TEXT NOT NULL,
    places         BIGINT NOT NULL,
    closes_at      BIGINT NOT NULL,
    reveals_until  BIGINT NOT NULL,
    late_source    TEXT NOT NULL,
    late_reference TEXT NOT NULL,
    late_at        BIGINT NOT NULL,
    state          TEXT NOT NULL,
    announced_at   BIGINT NOT NULL,
    entries        BIGINT NOT NULL,
    list           TEXT NOT NULL, -- hash
    late_text      TEXT NOT NULL,
    seed           TEXT NOT NULL,
    ended_at       BIGINT,
    why            TEXT NOT NULL, -- of one that is void: too_few, no_secret, entry_order, office
    note           TEXT NOT NULL, -- the office's reason
    announced_by   TEXT NOT NULL,
    PRIMARY KEY (district, draw)
);
CREATE INDEX draws_newest ON draws (district, announced_at);
CREATE INDEX draws_unfinished ON draws (district, ended_at);

CREATE TABLE draw_parties (
    district   TEXT NOT NULL,
    draw       TEXT NOT NULL,
    party      TEXT NOT NULL,
    code_hash  TEXT NOT NULL,
    commitment TEXT NOT NULL,
    secret     TEXT NOT NULL, -- once it is shown
    left_out   TEXT,
    PRIMARY KEY (district, draw, party)
);

CREATE TABLE draw_entries (
    district TEXT NOT NULL,
    draw     TEXT NOT NULL,
    entry    TEXT NOT NULL,
    rank     BIGINT NOT NULL, -- order of entry, from 1
    place    BIGINT,          -- order in which it was drawn, from 1
    PRIMARY KEY (district, draw, entry)
);
CREATE INDEX draw_entries_by_rank ON draw_entries (district, draw, rank);

-- The public value as one person told it, until another has told the same.
CREATE TABLE draw_late_values (
    district TEXT NOT NULL,
    draw     TEXT NOT NULL,
    account  TEXT NOT NULL,
    text     TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, draw)
);
