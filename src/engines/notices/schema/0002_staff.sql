-- Notices to staff and to the robots of their groups.
ALTER TABLE outbox ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN robot TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN staff BIGINT NOT NULL DEFAULT 0; -- waits for the window of staff
ALTER TABLE outbox ADD COLUMN number TEXT NOT NULL DEFAULT ''; -- official, of what it is about
ALTER TABLE outbox ADD COLUMN attachment TEXT NOT NULL DEFAULT ''; -- sealed
ALTER TABLE outbox ADD COLUMN tried_at BIGINT; -- the last attempt began
CREATE INDEX outbox_order ON outbox (district, channel, robot, state, id);
CREATE INDEX outbox_tried ON outbox (district, robot, tried_at);

-- What each way out of the house did last, for who looks after it.
CREATE TABLE outbox_ways (
    district  TEXT NOT NULL,
    way       TEXT NOT NULL, -- "sms", "wecom/inspection"
    sent_at   BIGINT,
    failed_at BIGINT,
    trouble   TEXT NOT NULL, -- of the last failure
    PRIMARY KEY (district, way)
);
