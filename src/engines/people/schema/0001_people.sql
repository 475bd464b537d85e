-- What identifies a person lies here and nowhere else, sealed; found by keyed hashes.
CREATE TABLE sealed_persons (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    lookup       TEXT NOT NULL, -- keyed hash of the document
    kind         TEXT NOT NULL,
    number       TEXT NOT NULL,
    name         TEXT NOT NULL,
    other_names  TEXT NOT NULL, -- given later for the same document, a line each
    phone        TEXT NOT NULL,
    phone_lookup TEXT NOT NULL,
    version      BIGINT NOT NULL, -- rises when a deed locks the person
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, lookup)
);
CREATE INDEX sealed_persons_by_phone ON sealed_persons (district, phone_lookup);

-- Who saw the full data of a person, when and why.
CREATE TABLE person_access (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    person   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX person_access_by_time ON person_access (district, at);

CREATE TABLE orgs (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    parent   TEXT NOT NULL, -- empty: the root
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    path     TEXT NOT NULL,
    PRIMARY KEY (district, id)
);

CREATE TABLE accounts (
    district     TEXT NOT NULL,
    id           TEXT NOT NULL,
    kind         TEXT NOT NULL,
    login        TEXT NOT NULL, -- of a citizen: keyed hash of the phone
    name         TEXT NOT NULL,
    password     TEXT NOT NULL, -- argon2id; empty: no log-in by password
    active       BIGINT NOT NULL,
    failures     BIGINT NOT NULL, -- wrong passwords since failing_since
    failing_since BIGINT,
    locks        BIGINT NOT NULL, -- in a row; each is twice as long as the one before
    locked_until BIGINT,
    last_log_in  BIGINT,
    person       TEXT NOT NULL, -- of a citizen, once known
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, login)
);

CREATE TABLE account_roles (
    district TEXT NOT NULL,
    account  TEXT NOT NULL,
    role     TEXT NOT NULL,
    node     TEXT NOT NULL,
    PRIMARY KEY (district, account, role, node)
);

CREATE TABLE sessions (
    district TEXT NOT NULL,
    token    TEXT NOT NULL, -- hash
    account  TEXT NOT NULL,
    csrf     TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    seen_at  BIGINT NOT NULL,
    idles_at BIGINT NOT NULL, -- ends unless seen before
    ends_at  BIGINT NOT NULL,
    PRIMARY KEY (district, token)
);
CREATE INDEX sessions_by_account ON sessions (district, account);
CREATE INDEX sessions_by_end ON sessions (district, ends_at);

-- The newest log-in code of a phone.
CREATE TABLE phone_codes (
    district     TEXT NOT NULL,
    phone_lookup TEXT NOT NULL,
    code         TEXT NOT NULL, -- keyed hash; empty once used
    sent_at      BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    tries        BIGINT NOT NULL,
    day          BIGINT NOT NULL,
    sent_today   BIGINT NOT NULL,
    PRIMARY KEY (district, phone_lookup)
);
