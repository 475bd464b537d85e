-- The sector 界别 of an adviser; what the adviser writes carries it.
ALTER TABLE voice_members ADD COLUMN sector TEXT NOT NULL DEFAULT '';
