-- The second factor of a staff account: the secret that its authenticator app shares.
CREATE TABLE second_factors (
    district     TEXT NOT NULL,
    account      TEXT NOT NULL,
    secret       TEXT NOT NULL, -- sealed
    confirmed_at BIGINT, -- none: it is being set up
    last_step    BIGINT NOT NULL, -- of the newest code taken: no code is taken twice
    PRIMARY KEY (district, account)
);

-- For the day the phone is lost; each is good for one log-in.
CREATE TABLE recovery_codes (
    district TEXT NOT NULL,
    account  TEXT NOT NULL,
    code     TEXT NOT NULL, -- keyed hash
    PRIMARY KEY (district, account, code)
);
