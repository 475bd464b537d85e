-- Who of another house's accounts is which account here.
CREATE TABLE sign_on_links (
    district TEXT NOT NULL,
    issuer   TEXT NOT NULL, -- the address of the provider
    subject  TEXT NOT NULL, -- by which it knows the person, for good
    account  TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    linked_by TEXT NOT NULL,
    PRIMARY KEY (district, issuer, subject)
);
CREATE INDEX sign_on_links_by_account ON sign_on_links (district, account);

-- A sign-on that came back from the provider: waiting for the second factor, or done with.
CREATE TABLE sign_on_attempts (
    district TEXT NOT NULL,
    attempt  TEXT NOT NULL, -- hash
    issuer   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    strong   BIGINT NOT NULL, -- the provider asked for a second factor itself
    used     BIGINT NOT NULL,
    ends_at  BIGINT NOT NULL,
    PRIMARY KEY (district, attempt)
);
CREATE INDEX sign_on_attempts_by_end ON sign_on_attempts (district, ends_at);

-- What was done with it, for who audits.
CREATE TABLE sign_on_deeds (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    at       BIGINT NOT NULL,
    deed     TEXT NOT NULL,
    account  TEXT NOT NULL,
    actor    TEXT NOT NULL,
    issuer   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX sign_on_deeds_by_time ON sign_on_deeds (district, at);
