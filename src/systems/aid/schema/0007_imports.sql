-- 名册导入: each list that was taken in, and what it replaced, so that a wrong one can be undone.
CREATE TABLE aid_imports (
    district   TEXT NOT NULL,
    number     TEXT NOT NULL, -- M2021-001
    campaign   TEXT NOT NULL,
    name       TEXT NOT NULL, -- of the file
    added      BIGINT NOT NULL,
    changed    BIGINT NOT NULL,
    unchanged  BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    by_whom    TEXT NOT NULL,
    undone_at  BIGINT,
    undone_by  TEXT NOT NULL,
    undone_why TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_imports_by_campaign ON aid_imports (district, campaign, number);

-- What stood there before is sealed; empty again once the list was taken back.
CREATE TABLE aid_replaced (
    district  TEXT NOT NULL,
    import    TEXT NOT NULL,
    family    TEXT NOT NULL,
    serial    INTEGER NOT NULL, -- of the number, which is never given again
    did       TEXT NOT NULL,
    person    TEXT NOT NULL,
    street    TEXT NOT NULL,
    category  TEXT NOT NULL,
    facts     TEXT NOT NULL, -- sealed
    payee     TEXT NOT NULL, -- sealed
    phone_was TEXT NOT NULL, -- sealed
    phone_is  TEXT NOT NULL, -- sealed
    PRIMARY KEY (district, import, family)
);
CREATE INDEX aid_replaced_by_serial ON aid_replaced (district, serial);
CREATE INDEX aid_replaced_by_family ON aid_replaced (district, family, import);
