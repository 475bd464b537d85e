-- A call for opinions 主题征集: from a day to a day, and what was handed in on it.
CREATE TABLE voice_calls (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    topic    TEXT NOT NULL,
    title    TEXT NOT NULL,
    text     TEXT NOT NULL,
    from_day BIGINT NOT NULL,
    to_day   BIGINT NOT NULL, -- the last day
    at       BIGINT NOT NULL,
    account  TEXT NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX voice_calls_by_day ON voice_calls (district, to_day, id);

CREATE TABLE voice_call_items (
    district TEXT NOT NULL,
    call_id  TEXT NOT NULL,
    voice    TEXT NOT NULL,
    PRIMARY KEY (district, call_id, voice)
);
CREATE INDEX voice_call_items_by_voice ON voice_call_items (district, voice);
