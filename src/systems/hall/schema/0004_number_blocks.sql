-- 号段: numbers that a kiosk may hand out without network; what it did not use is void.
CREATE TABLE hall_number_blocks (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    hall         TEXT NOT NULL,
    day          BIGINT NOT NULL,
    service      TEXT NOT NULL,
    prefix       TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number  BIGINT NOT NULL,
    kiosk        TEXT NOT NULL, -- account of the device
    reserved_at  BIGINT NOT NULL,
    closed_at    BIGINT,
    PRIMARY KEY (district, id)
);
CREATE INDEX hall_number_blocks_of_day ON hall_number_blocks (district, hall, day);
