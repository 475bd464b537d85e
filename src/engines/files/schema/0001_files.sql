-- Photos and documents at what they are about, for instance at a matter.
CREATE TABLE files (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    about        TEXT NOT NULL, -- matter/01J...
    serial       INTEGER NOT NULL,
    format       TEXT NOT NULL,
    name         TEXT NOT NULL, -- as the sender called it, made harmless
    bytes        INTEGER NOT NULL,
    width        INTEGER NOT NULL, -- 0: no photo
    height       INTEGER NOT NULL,
    hash         TEXT NOT NULL, -- of the content
    preview_hash TEXT NOT NULL, -- empty: it has none
    visibility   TEXT NOT NULL, -- staff, everybody
    uploader     TEXT NOT NULL,
    at           BIGINT NOT NULL,
    removed_at   BIGINT,        -- the bytes are erased, the row stays
    PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX files_about ON files (district, about, serial);
CREATE INDEX files_by_hash ON files (district, hash);
CREATE INDEX files_by_preview ON files (district, preview_hash);

-- What was done to a file: kept, published, unpublished, removed.
CREATE TABLE files_deeds (
    district TEXT NOT NULL,
    file     TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    verb     TEXT NOT NULL,
    actor    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    why      TEXT NOT NULL,
    PRIMARY KEY (district, file, serial)
);

-- Contents by their SHA-256, in base64, in pieces that both databases hold well.
CREATE TABLE files_pieces (
    district TEXT NOT NULL,
    hash     TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (district, hash, serial)
);
