-- Where it is 地点, as its author says: a street, words, a point on the map (WGS 84, in
-- ten-millionths of a degree).
ALTER TABLE voices ADD COLUMN place_street TEXT NOT NULL DEFAULT '';
ALTER TABLE voices ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE voices ADD COLUMN latitude BIGINT;
ALTER TABLE voices ADD COLUMN longitude BIGINT;
