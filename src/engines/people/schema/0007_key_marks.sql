-- A word of the house, sealed when the keys first met this database: other keys do not open it.
CREATE TABLE key_marks (
    district TEXT NOT NULL, -- "city": one set of keys for all
    sealed   TEXT NOT NULL,
    lookup   TEXT NOT NULL, -- its keyed hash
    PRIMARY KEY (district)
);
