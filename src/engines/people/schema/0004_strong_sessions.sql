-- Sessions whose log-in had its second factor in another house, by single sign-on.
CREATE TABLE strong_sessions (
    district TEXT NOT NULL,
    token    TEXT NOT NULL, -- hash, as in sessions
    ends_at  BIGINT NOT NULL,
    PRIMARY KEY (district, token)
);
