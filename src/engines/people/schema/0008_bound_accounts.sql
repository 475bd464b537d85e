-- Of staff and devices: an entry of the record says how the account stands.
ALTER TABLE accounts ADD COLUMN bound BIGINT NOT NULL DEFAULT 0;
