-- Where it is 地点, as its author says: a street, words, a point (WGS 84, ten-millionths of a degree).
ALTER TABLE voices ADD COLUMN place_street TEXT NOT NULL DEFAULT '';
ALTER TABLE voices ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE voices ADD COLUMN latitude BIGINT;
ALTER TABLE voices ADD COLUMN longitude BIGINT;
