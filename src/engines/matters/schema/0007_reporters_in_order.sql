-- A person's matters are asked for newest first: with the order in the index, no planner reads the
-- whole table for the sake of it.
DROP INDEX matter_reporters_by_phone;
CREATE INDEX matter_reporters_by_phone ON matter_reporters (district, phone_lookup, matter)
    WHERE phone_lookup <> '';
DROP INDEX matter_reporters_by_person;
CREATE INDEX matter_reporters_by_person ON matter_reporters (district, person, matter)
    WHERE person IS NOT NULL;
