-- What the leaves of a visit bind beside its own row; empty in rows of before.
ALTER TABLE tickets ADD COLUMN trail TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN stops_hash TEXT NOT NULL DEFAULT '';
