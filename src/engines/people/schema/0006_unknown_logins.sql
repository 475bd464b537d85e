-- Logins that were tried and that nobody has, locked like accounts: nobody learns which exist.
-- The keyed hash of a login has one of 65,536 places, where the last one tried stands.
CREATE TABLE unknown_logins (
    district      TEXT NOT NULL,
    place         BIGINT NOT NULL,
    login         TEXT NOT NULL, -- keyed hash
    failures      BIGINT NOT NULL,
    failing_since BIGINT,
    locks         BIGINT NOT NULL,
    locked_until  BIGINT,
    PRIMARY KEY (district, place)
);
