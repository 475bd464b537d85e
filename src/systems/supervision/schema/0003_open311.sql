-- Programs that may send by Open311; only the hash of a key is kept.
CREATE TABLE supervision_clients (
    district   TEXT NOT NULL,
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    contact    TEXT NOT NULL,
    key_hash   TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX supervision_clients_by_key ON supervision_clients (district, key_hash);

-- What each of them sent.
CREATE TABLE supervision_client_posts (
    district TEXT NOT NULL,
    client   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL, -- request, update
    matter   TEXT NOT NULL,
    PRIMARY KEY (district, client, at, id)
);

-- What Open311 says of a matter beside the matter itself. token_hash: of batch services.
CREATE TABLE supervision_remote (
    district   TEXT NOT NULL,
    matter     TEXT NOT NULL,
    client     TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    address_id TEXT NOT NULL,
    PRIMARY KEY (district, matter)
);
CREATE INDEX supervision_remote_by_token ON supervision_remote (district, token_hash);

-- Answers to the questions of a category, and flags for the dispatcher; for the office.
CREATE TABLE supervision_details (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    name     TEXT NOT NULL,
    content  TEXT NOT NULL,
    PRIMARY KEY (district, matter, serial)
);

-- An update arrives once, however often it is sent.
CREATE TABLE supervision_client_updates (
    district  TEXT NOT NULL,
    client    TEXT NOT NULL,
    update_id TEXT NOT NULL,
    digest    TEXT NOT NULL,
    matter    TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (district, client, update_id)
);
