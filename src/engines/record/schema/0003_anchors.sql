-- Which heads of a district's log stand in the city's own log, and where.
CREATE TABLE log_anchor (
    district TEXT NOT NULL,
    size     BIGINT NOT NULL, -- of the head
    trace    BIGINT NOT NULL, -- of its entry in the city's log
    PRIMARY KEY (district, size)
);
