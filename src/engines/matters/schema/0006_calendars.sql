-- Under which calendar the open clocks were computed, and how far a new one has been followed.
CREATE TABLE matter_calendars (
    district TEXT NOT NULL,
    print    TEXT NOT NULL, -- of the calendar: the same says the same of every day
    after    TEXT NOT NULL, -- the last matter that was computed anew
    done     INTEGER NOT NULL,
    PRIMARY KEY (district)
);
