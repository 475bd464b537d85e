-- What few matters have is indexed for them alone: the others cost nothing, and no planner that
-- believes a table empty takes such an index for another question.
DROP INDEX matters_merged;
CREATE INDEX matters_merged ON matters (district, merged_into) WHERE merged_into IS NOT NULL;
DROP INDEX matters_after;
CREATE INDEX matters_after ON matters (district, previous) WHERE previous IS NOT NULL;
DROP INDEX matters_of_handler;
CREATE INDEX matters_of_handler ON matters (district, book, handler, registered_at, id)
    WHERE handler <> '';
DROP INDEX matters_at_level;
CREATE INDEX matters_at_level ON matters (district, book, level, registered_at, id)
    WHERE level > 0;
DROP INDEX matter_deeds_of_verb;
CREATE INDEX matter_deeds_clearing ON matter_deeds (district, book, at) WHERE verb = 'clear';
DROP INDEX matter_reporters_by_phone;
CREATE INDEX matter_reporters_by_phone ON matter_reporters (district, phone_lookup)
    WHERE phone_lookup <> '';
DROP INDEX matter_reporters_by_person;
CREATE INDEX matter_reporters_by_person ON matter_reporters (district, person)
    WHERE person IS NOT NULL;
DROP INDEX matter_clocks_next;
CREATE INDEX matter_clocks_next ON matter_clocks (district, next_at) WHERE next_at IS NOT NULL;
DROP INDEX matter_clocks_missing;
CREATE INDEX matter_clocks_missing ON matter_clocks (district, missing_year)
    WHERE missing_year IS NOT NULL;
DROP INDEX matter_origins_of_import;
CREATE INDEX matter_origins_of_import ON matter_origins (district, import, line)
    WHERE import <> '';

-- What never changes of a matter stands beside its clocks, so that a board counts what is late in
-- one index, without looking at each matter.
ALTER TABLE matter_clocks ADD COLUMN day BIGINT NOT NULL DEFAULT 0;
ALTER TABLE matter_clocks ADD COLUMN street TEXT NOT NULL DEFAULT '';
ALTER TABLE matter_clocks ADD COLUMN matter_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE matter_clocks ADD COLUMN category TEXT NOT NULL DEFAULT '';
DROP INDEX matter_clocks_late;
UPDATE matter_clocks SET
    day = (SELECT m.day FROM matters m
        WHERE m.district = matter_clocks.district AND m.id = matter_clocks.matter),
    street = (SELECT m.street FROM matters m
        WHERE m.district = matter_clocks.district AND m.id = matter_clocks.matter),
    matter_kind = (SELECT m.kind FROM matters m
        WHERE m.district = matter_clocks.district AND m.id = matter_clocks.matter),
    category = (SELECT m.category FROM matters m
        WHERE m.district = matter_clocks.district AND m.id = matter_clocks.matter);
CREATE INDEX matter_clocks_late ON matter_clocks
    (district, book, due, day, street, unit, matter_kind, category, kind) WHERE ended_at IS NULL;
