-- What is wrong with a log, from when to when. A row is closed, never taken away.
CREATE TABLE log_alarm (
    district TEXT NOT NULL,
    cause    TEXT NOT NULL, -- key of its sentence
    began    BIGINT NOT NULL,
    ended    BIGINT,
    facts    TEXT NOT NULL, -- JSON, for the sentence
    PRIMARY KEY (district, cause, began)
);
CREATE INDEX log_alarm_open ON log_alarm (district, cause) WHERE ended IS NULL;
