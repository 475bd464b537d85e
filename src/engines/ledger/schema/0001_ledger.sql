-- A ledger and its last numbers; its row makes deeds on the same ledger wait for each other.
CREATE TABLE ledger_books (
    district  TEXT NOT NULL,
    ledger    TEXT NOT NULL,
    transfers BIGINT NOT NULL,
    lots      BIGINT NOT NULL,
    PRIMARY KEY (district, ledger)
);

-- 科目. The sums are kept beside the transfers, for the floor that no deed may break.
CREATE TABLE ledger_accounts (
    district     TEXT NOT NULL,
    ledger       TEXT NOT NULL,
    code         TEXT NOT NULL,
    name         TEXT NOT NULL,
    nature       TEXT NOT NULL,
    floored      INTEGER NOT NULL,
    traced       INTEGER NOT NULL,
    debits       BIGINT NOT NULL,
    credits      BIGINT NOT NULL,
    debits_held  BIGINT NOT NULL CHECK (debits_held >= 0),
    credits_held BIGINT NOT NULL CHECK (credits_held >= 0),
    PRIMARY KEY (district, ledger, code),
    CHECK (floored = 0
        OR (nature IN ('asset', 'expense') AND debits - credits - credits_held >= 0)
        OR (nature IN ('liability', 'income') AND credits - debits - debits_held >= 0))
);

-- 记账: never altered, never deleted.
CREATE TABLE ledger_transfers (
    district   TEXT NOT NULL,
    ledger     TEXT NOT NULL,
    number     BIGINT NOT NULL CHECK (number > 0),
    debit      TEXT NOT NULL,
    credit     TEXT NOT NULL,
    fen        BIGINT NOT NULL CHECK (fen > 0),
    kind       TEXT NOT NULL,
    phase      TEXT NOT NULL,
    day        BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    by_whom    TEXT NOT NULL,
    text       TEXT NOT NULL,
    reference  TEXT,
    reverses   BIGINT,
    resolves   BIGINT,
    expires_at BIGINT,
    trace      BIGINT NOT NULL,
    PRIMARY KEY (district, ledger, number),
    CHECK (debit <> credit),
    CHECK ((phase = 'held') = (expires_at IS NOT NULL)),
    CHECK ((phase IN ('settled', 'released')) = (resolves IS NOT NULL))
);
CREATE UNIQUE INDEX ledger_transfers_by_reference
    ON ledger_transfers (district, ledger, reference) WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX ledger_transfers_reversed
    ON ledger_transfers (district, ledger, reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX ledger_transfers_resolved
    ON ledger_transfers (district, ledger, resolves) WHERE resolves IS NOT NULL;
CREATE INDEX ledger_transfers_by_debit ON ledger_transfers (district, ledger, debit, number);
CREATE INDEX ledger_transfers_by_credit ON ledger_transfers (district, ledger, credit, number);
CREATE INDEX ledger_transfers_by_expiry ON ledger_transfers (district, ledger, expires_at)
    WHERE expires_at IS NOT NULL;

CREATE TABLE ledger_tags (
    district TEXT NOT NULL,
    ledger   TEXT NOT NULL,
    transfer BIGINT NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (district, ledger, transfer, name, value)
);

-- 捐款批次: the fen of one donation.
CREATE TABLE ledger_lots (
    district TEXT NOT NULL,
    ledger   TEXT NOT NULL,
    number   BIGINT NOT NULL,
    owner    TEXT NOT NULL,
    fen      BIGINT NOT NULL CHECK (fen > 0),
    transfer BIGINT NOT NULL,
    day      BIGINT NOT NULL,
    PRIMARY KEY (district, ledger, number)
);
CREATE INDEX ledger_lots_by_owner ON ledger_lots (district, ledger, owner, number);

-- Which lots a transfer moves.
CREATE TABLE ledger_parts (
    district TEXT NOT NULL,
    ledger   TEXT NOT NULL,
    transfer BIGINT NOT NULL,
    lot      BIGINT NOT NULL,
    fen      BIGINT NOT NULL CHECK (fen > 0),
    PRIMARY KEY (district, ledger, transfer, lot)
);
CREATE INDEX ledger_parts_by_lot ON ledger_parts (district, ledger, lot, transfer);

-- What of a lot is free in an account; kept beside the parts.
CREATE TABLE ledger_places (
    district TEXT NOT NULL,
    ledger   TEXT NOT NULL,
    account  TEXT NOT NULL,
    lot      BIGINT NOT NULL,
    fen      BIGINT NOT NULL CHECK (fen >= 0),
    PRIMARY KEY (district, ledger, account, lot)
);
CREATE INDEX ledger_places_by_lot ON ledger_places (district, ledger, lot, account);

-- 结账: nothing is booked on this day or before any more.
CREATE TABLE ledger_closings (
    district TEXT NOT NULL,
    ledger   TEXT NOT NULL,
    day      BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (district, ledger, day)
);
