-- The salt of each row that entries bind: whoever deletes it makes the row unprovable, not free.
CREATE TABLE aid_salts (
    district TEXT NOT NULL,
    paper    TEXT NOT NULL,
    number   TEXT NOT NULL,
    salt     TEXT NOT NULL,
    PRIMARY KEY (district, paper, number)
);
