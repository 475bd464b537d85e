-- How each witness answered when it was asked last, for the page of the log.
CREATE TABLE log_witness (
    district TEXT NOT NULL,
    witness  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    answer   TEXT NOT NULL,
    PRIMARY KEY (district, witness)
);
CREATE INDEX log_cosignature_of ON log_cosignature (district, witness, size);
