-- The sector 界别 that an adviser speaks for, as older tables have it.
ALTER TABLE voices ADD COLUMN sector TEXT NOT NULL DEFAULT '';
