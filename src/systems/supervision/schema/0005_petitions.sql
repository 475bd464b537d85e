-- People came again with the same facts 来访; on an open matter this makes no new number.
CREATE TABLE petition_visits (
    district   TEXT NOT NULL,
    matter     TEXT NOT NULL,
    serial     INTEGER NOT NULL,
    at         BIGINT NOT NULL,
    channel    TEXT NOT NULL,
    words      TEXT NOT NULL,
    account    TEXT NOT NULL,
    takes_back INTEGER NOT NULL, -- it fell into the quiet period
    PRIMARY KEY (district, matter, serial)
);

-- 化解协议 or the conclusion of a hearing.
CREATE TABLE petition_papers (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    file     TEXT NOT NULL,
    words    TEXT NOT NULL,
    account  TEXT NOT NULL,
    PRIMARY KEY (district, matter, serial)
);

-- Whether two petitions are the same, as a person decided, either way with a reason.
CREATE TABLE petition_decisions (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    earlier  TEXT NOT NULL,
    same     INTEGER NOT NULL,
    why      TEXT NOT NULL,
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    PRIMARY KEY (district, matter, earlier)
);
