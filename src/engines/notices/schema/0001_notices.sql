CREATE TABLE outbox (
    district  TEXT NOT NULL,
    id        TEXT NOT NULL,
    channel   TEXT NOT NULL,
    language  TEXT NOT NULL,
    text_key  TEXT NOT NULL,
    person    TEXT NOT NULL, -- or a phone
    phone     TEXT NOT NULL, -- sealed
    facts     TEXT NOT NULL, -- sealed
    once      TEXT, -- one notice for each such key
    about     TEXT NOT NULL,
    urgent    BIGINT NOT NULL,
    state     TEXT NOT NULL,
    attempts  BIGINT NOT NULL,
    due_at    BIGINT NOT NULL, -- next attempt; while one is under way, the end of its claim
    ends_at   BIGINT, -- worthless later
    queued_at BIGINT NOT NULL,
    settled_at BIGINT, -- sent, failed or dropped
    words     TEXT NOT NULL, -- sealed; of the demo outbox alone
    trouble   TEXT NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, once)
);
CREATE INDEX outbox_due ON outbox (district, state, due_at);
CREATE INDEX outbox_about ON outbox (district, about);

-- How many more each channel may send just now.
CREATE TABLE outbox_buckets (
    district TEXT NOT NULL,
    channel  TEXT NOT NULL,
    tokens   BIGINT NOT NULL,
    at       BIGINT NOT NULL, -- when the tokens were counted
    PRIMARY KEY (district, channel)
);
