-- Who follows a public number 关注: the account of a telephone, which is sealed.
CREATE TABLE matter_followers (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    account  TEXT NOT NULL,
    phone    TEXT NOT NULL,
    language TEXT NOT NULL,
    since    BIGINT NOT NULL,
    PRIMARY KEY (district, matter, account)
);
CREATE INDEX matter_followers_by_account ON matter_followers (district, account, since);

-- What a leader's post has, and what has been unsolved the longest.
CREATE INDEX matters_of_leader ON matters (district, book, leader, id) WHERE leader <> '';
CREATE INDEX matters_oldest ON matters (district, book, problem_since, id)
    WHERE problem_since IS NOT NULL;
