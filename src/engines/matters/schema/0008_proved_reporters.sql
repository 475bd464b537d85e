-- When a reporter showed who they are: logged in with the telephone that is left here, or as a
-- known person. Of those before, only the persons are known.
ALTER TABLE matter_reporters ADD COLUMN proved_at BIGINT;
UPDATE matter_reporters SET proved_at =
    (SELECT m.registered_at FROM matters m
     WHERE m.district = matter_reporters.district AND m.id = matter_reporters.matter)
WHERE person IS NOT NULL AND person <> '';
