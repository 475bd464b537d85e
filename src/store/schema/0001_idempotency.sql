-- A deed done once is answered again with the same words for a day.
CREATE TABLE idempotency (
    district TEXT NOT NULL,
    actor    TEXT NOT NULL,
    key      TEXT NOT NULL,
    request  TEXT NOT NULL, -- hash of deed and body
    answer   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (district, actor, key)
);
CREATE INDEX idempotency_by_age ON idempotency (district, at);
