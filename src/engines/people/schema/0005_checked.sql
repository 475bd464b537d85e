-- A citizen's account whose person a desk has seen with the document in hand.
CREATE TABLE account_checks (
    district   TEXT NOT NULL,
    account    TEXT NOT NULL,
    code       TEXT NOT NULL, -- keyed hash of what the citizen says at the desk; empty once used
    code_ends  BIGINT NOT NULL,
    person     TEXT NOT NULL, -- empty until a desk has looked
    checked_at BIGINT,
    checked_by TEXT NOT NULL,
    ends_at    BIGINT,
    PRIMARY KEY (district, account)
);
CREATE INDEX account_checks_by_code ON account_checks (district, code);
CREATE INDEX account_checks_by_person ON account_checks (district, person);

-- Whoever was looked at may read who did.
CREATE INDEX person_access_of_person ON person_access (district, person, at);
