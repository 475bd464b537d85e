-- 行动: an action of several years, known by its first year.
CREATE TABLE aid_campaigns (
    district     TEXT NOT NULL,
    number       TEXT NOT NULL,
    name         TEXT NOT NULL,
    state        TEXT NOT NULL,
    first_year   INTEGER NOT NULL,
    years        INTEGER NOT NULL,
    families     INTEGER NOT NULL,
    fen_a_family BIGINT NOT NULL,
    prepared_at  BIGINT NOT NULL,
    PRIMARY KEY (district, number)
);

CREATE TABLE aid_campaign_steps (
    district TEXT NOT NULL,
    campaign TEXT NOT NULL,
    state    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by_whom  TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (district, campaign, state)
);
