-- 信息公开: what was reported to the public, and each version of it; none is written over.
CREATE TABLE aid_reports (
    district TEXT NOT NULL,
    number   TEXT NOT NULL,
    campaign TEXT NOT NULL,
    kind     TEXT NOT NULL,
    day      INTEGER NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX aid_reports_by_campaign ON aid_reports (district, campaign, number);

CREATE TABLE aid_report_versions (
    district TEXT NOT NULL,
    report   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    text     TEXT NOT NULL,
    party    TEXT NOT NULL,
    fen      BIGINT,
    why      TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (district, report, version)
);
