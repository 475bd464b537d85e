-- One row a matter. State, deadline and level stand beside the deeds for lists alone.
CREATE TABLE matters (
    district      TEXT NOT NULL,
    id            TEXT NOT NULL,
    book          TEXT NOT NULL,
    number        TEXT NOT NULL, -- empty until it is issued
    kind          TEXT NOT NULL,
    grade         TEXT NOT NULL,
    category      TEXT NOT NULL,
    title         TEXT NOT NULL,
    content       TEXT NOT NULL,
    place         TEXT NOT NULL,
    latitude      BIGINT,        -- WGS 84, ten-millionths of a degree
    longitude     BIGINT,
    street        TEXT NOT NULL,
    households    INTEGER,
    problem_since BIGINT,
    channel       TEXT NOT NULL,
    client        TEXT NOT NULL,
    old_number    TEXT NOT NULL,
    visibility    TEXT NOT NULL,
    state         TEXT NOT NULL,
    round         INTEGER NOT NULL,
    outcome       TEXT,
    version       INTEGER NOT NULL,
    deeds         INTEGER NOT NULL,
    unit          TEXT NOT NULL,
    handler       TEXT NOT NULL,
    leader        TEXT NOT NULL,
    merged_into   TEXT,
    previous      TEXT,
    day           BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    accepted_at   BIGINT,
    cleared_at    BIGINT,
    changed_at    BIGINT NOT NULL,
    due           BIGINT,
    yellow_at     BIGINT,
    red_at        BIGINT,
    level         INTEGER NOT NULL,
    stopped       INTEGER NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX matters_by_number ON matters (district, number);
CREATE INDEX matters_by_old_number ON matters (district, book, old_number);
CREATE INDEX matters_in_order ON matters (district, book, registered_at, id);
CREATE INDEX matters_in_state ON matters (district, book, state, registered_at, id);
CREATE INDEX matters_of_street ON matters (district, book, street, registered_at, id);
CREATE INDEX matters_of_kind ON matters (district, book, kind, registered_at, id);
CREATE INDEX matters_of_category ON matters (district, book, category, registered_at, id);
CREATE INDEX matters_of_handler ON matters (district, book, handler, registered_at, id);
CREATE INDEX matters_due ON matters
    (district, book, due, id, day, street, unit, kind, category) WHERE due IS NOT NULL;
CREATE INDEX matters_at_level ON matters (district, book, level, registered_at, id);
CREATE INDEX matters_changed ON matters (district, book, changed_at, id);
CREATE INDEX matters_merged ON matters (district, merged_into);
CREATE INDEX matters_after ON matters (district, previous);

-- Counters of numbers: gapless in each year, given out in the transaction of the deed.
CREATE TABLE matter_numbers (
    district TEXT NOT NULL,
    prefix   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    last     BIGINT NOT NULL,
    PRIMARY KEY (district, prefix, year)
);

-- Names and telephones are sealed; code_hash opens the matter to its reporter.
CREATE TABLE matter_reporters (
    district     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    serial       INTEGER NOT NULL,
    person       TEXT,
    name         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    phone_lookup TEXT NOT NULL,
    email        TEXT NOT NULL,
    language     TEXT NOT NULL,
    recorded_by  TEXT NOT NULL,
    code_hash    TEXT NOT NULL,
    through      TEXT,            -- the matter that was merged in
    PRIMARY KEY (district, matter, serial)
);
CREATE INDEX matter_reporters_by_phone ON matter_reporters (district, phone_lookup);
CREATE INDEX matter_reporters_by_person ON matter_reporters (district, person);

CREATE TABLE matter_tasks (
    district      TEXT NOT NULL,
    matter        TEXT NOT NULL,
    serial        INTEGER NOT NULL,
    round         INTEGER NOT NULL,
    unit          TEXT NOT NULL,
    lead          INTEGER NOT NULL,
    forced        INTEGER NOT NULL,
    dispatched_at BIGINT NOT NULL,
    dispatched_by TEXT NOT NULL,
    signed_at     BIGINT,
    handler       TEXT NOT NULL,
    answered_at   BIGINT,
    answer        TEXT NOT NULL,
    ended_at      BIGINT,
    grounds       TEXT NOT NULL,
    PRIMARY KEY (district, matter, serial)
);
CREATE INDEX matter_tasks_of_unit ON matter_tasks (district, unit, ended_at, dispatched_at);
CREATE INDEX matter_tasks_in_order ON matter_tasks (district, dispatched_at, matter, serial);

-- Nothing here is ever changed.
CREATE TABLE matter_deeds (
    district   TEXT NOT NULL,
    matter     TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    book       TEXT NOT NULL,
    at         BIGINT NOT NULL,
    verb       TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    round      INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    why        TEXT NOT NULL,
    facts      TEXT NOT NULL,
    seq        BIGINT,
    PRIMARY KEY (district, matter, sequence)
);
CREATE INDEX matter_deeds_in_order ON matter_deeds (district, book, at, matter, sequence);
CREATE INDEX matter_deeds_of_verb ON matter_deeds (district, book, verb, at);

CREATE TABLE matter_answers (
    district     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    round        INTEGER NOT NULL,
    serial       INTEGER NOT NULL,
    outcome      TEXT NOT NULL,
    content      TEXT NOT NULL,
    drafted_by   TEXT NOT NULL,
    drafted_at   BIGINT NOT NULL,
    approved_by  TEXT NOT NULL,
    approved_at  BIGINT,
    publish_at   BIGINT,
    published_at BIGINT,
    sent_back    TEXT NOT NULL,
    PRIMARY KEY (district, matter, serial)
);
CREATE INDEX matter_answers_due ON matter_answers (district, publish_at) WHERE published_at IS NULL;
CREATE INDEX matter_answers_in_order ON matter_answers (district, published_at, matter, serial);

CREATE TABLE matter_quantities (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    round    INTEGER NOT NULL,
    type     TEXT NOT NULL,
    amount   BIGINT NOT NULL,
    PRIMARY KEY (district, matter, round, type)
);
CREATE INDEX matter_quantities_of_type ON matter_quantities (district, type);

-- Texts as they came, before each moderation.
CREATE TABLE matter_originals (
    district TEXT NOT NULL,
    matter   TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    title    TEXT NOT NULL, -- sealed
    content  TEXT NOT NULL, -- sealed
    flagged  INTEGER NOT NULL,
    PRIMARY KEY (district, matter, serial)
);

-- last_day to red_at follow from the rest; a check computes them again.
CREATE TABLE matter_clocks (
    district     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    serial       INTEGER NOT NULL,
    book         TEXT NOT NULL,
    round        INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    unit         TEXT NOT NULL, -- of the task; empty: of the whole matter
    task         INTEGER,       -- its serial
    start_at     BIGINT NOT NULL,
    length       INTEGER NOT NULL,
    length_unit  TEXT NOT NULL,
    roll         INTEGER NOT NULL,
    extension    INTEGER NOT NULL,
    extensions   INTEGER NOT NULL,
    levels_most  INTEGER NOT NULL,
    rules_since  BIGINT NOT NULL,
    ordered_day  BIGINT,        -- new last day, set by an order
    ended_at     BIGINT,
    end_cause    TEXT NOT NULL,
    last_day     BIGINT,
    due          BIGINT,
    missing_year INTEGER,
    stopped      INTEGER NOT NULL,
    yellow_at    BIGINT,
    red_at       BIGINT,
    level        INTEGER NOT NULL,
    told         TEXT NOT NULL, -- the last colour that was told of
    next_at      BIGINT,        -- when a colour or a level is due; null: nothing is
    PRIMARY KEY (district, matter, serial)
);
CREATE INDEX matter_clocks_next ON matter_clocks (district, next_at);
CREATE INDEX matter_clocks_missing ON matter_clocks (district, missing_year);
CREATE INDEX matter_clocks_of_unit ON matter_clocks (district, unit, ended_at);
CREATE INDEX matter_clocks_late ON matter_clocks (district, book, due, matter, unit)
    WHERE ended_at IS NULL;

CREATE TABLE matter_pauses (
    district  TEXT NOT NULL,
    matter    TEXT NOT NULL,
    serial    INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    from_at   BIGINT NOT NULL,
    to_at     BIGINT,
    opened_by TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    warned    INTEGER NOT NULL, -- that it lasts long
    PRIMARY KEY (district, matter, serial)
);
CREATE INDEX matter_pauses_open ON matter_pauses (district, to_at, from_at);

-- Levels only rise. What was raised stays: annulled, never deleted.
CREATE TABLE matter_levels (
    district     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    clock        INTEGER NOT NULL,
    level        INTEGER NOT NULL,
    book         TEXT NOT NULL,
    round        INTEGER NOT NULL,
    unit         TEXT NOT NULL,
    cause        TEXT NOT NULL, -- overdue, bad_evaluation, ordered, imported
    nominal_at   BIGINT NOT NULL,
    raised_at    BIGINT NOT NULL,
    ordered_by   TEXT NOT NULL,
    why          TEXT NOT NULL,
    order_year   INTEGER NOT NULL,
    order_number BIGINT NOT NULL, -- of the sheet: 〔2026〕第 12 号
    new_last_day BIGINT,
    told         TEXT NOT NULL,   -- audiences, JSON
    answered_at  BIGINT,
    answered_by  TEXT NOT NULL,
    answer       TEXT NOT NULL,
    annulled_at  BIGINT,
    annulled_by  TEXT NOT NULL,
    annulled_why TEXT NOT NULL,
    seq          BIGINT,
    PRIMARY KEY (district, matter, clock, level)
);
CREATE INDEX matter_levels_raised ON matter_levels (district, book, raised_at);
CREATE INDEX matter_levels_in_order ON matter_levels (district, book, level, nominal_at);

-- One link a reporter and round; only the hash of its token is kept.
CREATE TABLE matter_evaluations (
    district    TEXT NOT NULL,
    matter      TEXT NOT NULL,
    round       INTEGER NOT NULL,
    reporter    INTEGER NOT NULL,
    book        TEXT NOT NULL,
    unit        TEXT NOT NULL, -- the lead unit that was judged
    counted     INTEGER NOT NULL, -- the first answer of the first round
    token_hash  TEXT NOT NULL,
    asked_at    BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    answered_at BIGINT,
    solved      INTEGER,
    rating      TEXT,
    reason      TEXT NOT NULL,
    channel     TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (district, matter, round, reporter)
);
CREATE INDEX matter_evaluations_by_token ON matter_evaluations (district, token_hash);
CREATE INDEX matter_evaluations_counted ON matter_evaluations (district, book, counted);
CREATE INDEX matter_evaluations_in_order ON matter_evaluations (district, book, answered_at);

-- Which units had a task in a matter, lead or joint, in the order of the matters.
CREATE TABLE matter_units (
    district      TEXT NOT NULL,
    book          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    matter        TEXT NOT NULL,
    PRIMARY KEY (district, book, unit, registered_at, matter)
);

-- What each deed changes in the counts, one row in and one row out; a job folds them into
-- matter_counts, so that no two deeds wait for one row.
CREATE TABLE matter_changes (
    district TEXT NOT NULL,
    id       TEXT NOT NULL,
    book     TEXT NOT NULL,
    day      BIGINT NOT NULL, -- of registering
    street   TEXT NOT NULL,
    unit     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    category TEXT NOT NULL,
    what     TEXT NOT NULL,
    detail   TEXT NOT NULL,
    level    INTEGER NOT NULL,
    n        BIGINT NOT NULL,
    PRIMARY KEY (district, id)
);

CREATE TABLE matter_counts (
    district TEXT NOT NULL,
    book     TEXT NOT NULL,
    split    TEXT NOT NULL, -- total, street, unit, kind, category, street_kind, unit_kind
    span     TEXT NOT NULL, -- year, month, day
    from_day BIGINT NOT NULL,
    value    TEXT NOT NULL,
    second   TEXT NOT NULL,
    what     TEXT NOT NULL,
    detail   TEXT NOT NULL,
    level    INTEGER NOT NULL,
    n        BIGINT NOT NULL,
    PRIMARY KEY (district, book, split, span, from_day, value, second, what, detail, level)
);

-- The words of a matter, until a job has put them into the last block.
CREATE TABLE matter_words_fresh (
    district TEXT NOT NULL,
    book     TEXT NOT NULL,
    id       TEXT NOT NULL,
    matter   TEXT NOT NULL,
    words    TEXT NOT NULL, -- with a blank before and after each
    PRIMARY KEY (district, book, id)
);

-- A block holds 4096 matters, and grows until it does: `matters` has 26 characters each, `places`
-- has two for each matter of the block that has the word.
CREATE TABLE matter_word_blocks (
    district TEXT NOT NULL,
    book     TEXT NOT NULL,
    block    INTEGER NOT NULL,
    matters  TEXT NOT NULL,
    PRIMARY KEY (district, book, block)
);
CREATE TABLE matter_words (
    district TEXT NOT NULL,
    book     TEXT NOT NULL,
    word     TEXT NOT NULL,
    block    INTEGER NOT NULL,
    places   TEXT NOT NULL,
    PRIMARY KEY (district, book, word, block)
);
