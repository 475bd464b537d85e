-- 删除申请: what a citizen whom a desk had seen asked to have removed, and what became of it.
CREATE TABLE privacy_erasures (
    district   TEXT NOT NULL,
    number     BIGINT NOT NULL, -- 1, 2, 3 .. of the district
    account    TEXT NOT NULL,
    person     TEXT NOT NULL,
    asked_at   BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT NOT NULL,
    granted    BIGINT NOT NULL,
    why        TEXT NOT NULL, -- of a "no"
    PRIMARY KEY (district, number)
);
CREATE INDEX privacy_erasures_of_account ON privacy_erasures (district, account, number);
CREATE INDEX privacy_erasures_open ON privacy_erasures (district, number) WHERE decided_at IS NULL;
