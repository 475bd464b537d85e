-- 往期: the earlier campaigns of a family that goes on in a later one.
CREATE TABLE aid_past_funds (
    district  TEXT NOT NULL,
    family    TEXT NOT NULL,
    campaign  TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    ended_at  BIGINT,
    PRIMARY KEY (district, family, campaign)
);
CREATE INDEX aid_past_funds_by_campaign ON aid_past_funds (district, campaign, family);
