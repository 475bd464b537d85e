-- 回避: who, an account or a donor, is related to which family.
CREATE TABLE aid_relatives (
    district TEXT NOT NULL,
    who      TEXT NOT NULL,
    family   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, who, family)
);

-- 受助家庭专项: whom the money of a family goes to.
CREATE TABLE aid_funds (
    district      TEXT NOT NULL,
    family        TEXT NOT NULL,
    campaign      TEXT NOT NULL,
    payee_name    TEXT NOT NULL, -- sealed
    payee_account TEXT NOT NULL, -- sealed
    payee_bank    TEXT NOT NULL,
    opened_at     BIGINT NOT NULL,
    ended_at      BIGINT,
    PRIMARY KEY (district, family)
);
CREATE INDEX aid_funds_by_campaign ON aid_funds (district, campaign, family);

CREATE TABLE aid_allocations (
    district TEXT NOT NULL,
    number   TEXT NOT NULL,
    family   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    donor    TEXT NOT NULL, -- empty: the oldest lots
    pairing  TEXT NOT NULL,
    fen      BIGINT NOT NULL CHECK (fen > 0),
    hold     BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    settled  BIGINT,
    released BIGINT,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_allocations_by_family ON aid_allocations (district, family, year);
CREATE INDEX aid_allocations_by_year ON aid_allocations (district, year, number);
CREATE INDEX aid_allocations_by_hold ON aid_allocations (district, hold);

-- 集体决定 about money: what departs from the plan.
CREATE TABLE aid_money_decisions (
    district TEXT NOT NULL,
    number   TEXT NOT NULL,
    about    TEXT NOT NULL,
    year     INTEGER NOT NULL,
    families INTEGER,
    family   TEXT NOT NULL,
    fen      BIGINT,
    reason   TEXT NOT NULL,
    voters   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, number)
);

-- 承诺: how many families were promised for a year.
CREATE TABLE aid_promises (
    district TEXT NOT NULL,
    year     INTEGER NOT NULL,
    families INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, year)
);

CREATE TABLE aid_batches (
    district    TEXT NOT NULL,
    number      TEXT NOT NULL,
    year        INTEGER NOT NULL,
    state       TEXT NOT NULL,
    orders      INTEGER NOT NULL,
    fen         BIGINT NOT NULL,
    drafted_by  TEXT NOT NULL,
    checked_by  TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    drafted_at  BIGINT NOT NULL,
    sent_at     BIGINT,
    hash        TEXT NOT NULL,
    why         TEXT NOT NULL,
    file        TEXT, -- the bytes for the bank, base64
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_batches_by_year ON aid_batches (district, year, number);

CREATE TABLE aid_orders (
    district TEXT NOT NULL,
    number   TEXT NOT NULL,
    batch    TEXT NOT NULL,
    family   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    fen      BIGINT NOT NULL CHECK (fen > 0),
    state    TEXT NOT NULL,
    replaces TEXT NOT NULL,
    reason   TEXT NOT NULL,
    hold     BIGINT,
    paid     BIGINT,
    paid_on  BIGINT,
    bank_ref TEXT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_orders_by_batch ON aid_orders (district, batch, number);
CREATE INDEX aid_orders_by_family ON aid_orders (district, family, year);
CREATE INDEX aid_orders_by_year ON aid_orders (district, year, number);
CREATE INDEX aid_orders_by_paid ON aid_orders (district, paid);
CREATE INDEX aid_orders_by_hold ON aid_orders (district, hold);

-- 银行回盘: a file and each of its lines.
CREATE TABLE aid_answers (
    district TEXT NOT NULL,
    hash     TEXT NOT NULL,
    name     TEXT NOT NULL,
    state    TEXT NOT NULL,
    paid     INTEGER NOT NULL,
    refused  INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, hash)
);
CREATE TABLE aid_answer_lines (
    district  TEXT NOT NULL,
    answer    TEXT NOT NULL,
    serial    INTEGER NOT NULL,
    order_no  TEXT NOT NULL,
    result    TEXT NOT NULL,
    reason    TEXT NOT NULL,
    bank_ref  TEXT NOT NULL,
    booked_on TEXT NOT NULL,
    fen       TEXT NOT NULL,
    state     TEXT NOT NULL,
    trouble   TEXT NOT NULL,
    PRIMARY KEY (district, answer, serial)
);

-- 对账单: each file as it came, and each line once.
CREATE TABLE aid_statement_files (
    district   TEXT NOT NULL,
    hash       TEXT NOT NULL,
    name       TEXT NOT NULL,
    adapter    TEXT NOT NULL,
    state      TEXT NOT NULL,
    fresh      INTEGER NOT NULL,
    known      INTEGER NOT NULL,
    broken_row INTEGER,
    at         BIGINT NOT NULL,
    by_whom    TEXT NOT NULL,
    bytes      TEXT NOT NULL, -- base64
    PRIMARY KEY (district, hash)
);
CREATE TABLE aid_statement_lines (
    district      TEXT NOT NULL,
    number        BIGINT NOT NULL,
    file          TEXT NOT NULL,
    account       TEXT NOT NULL,
    booked_on     BIGINT NOT NULL,
    fen           BIGINT NOT NULL,
    balance_after BIGINT NOT NULL,
    name          TEXT NOT NULL, -- sealed
    counterparty  TEXT NOT NULL, -- sealed
    ref           TEXT NOT NULL,
    remark        TEXT NOT NULL, -- sealed
    line_key      TEXT NOT NULL,
    state         TEXT NOT NULL,
    what          TEXT NOT NULL,
    why           TEXT NOT NULL,
    transfer      BIGINT NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_statement_lines_by_day
    ON aid_statement_lines (district, account, booked_on, number);
CREATE INDEX aid_statement_lines_by_state ON aid_statement_lines (district, state, number);
CREATE INDEX aid_statement_lines_by_what ON aid_statement_lines (district, what);
