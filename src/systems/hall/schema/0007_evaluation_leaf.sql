-- The leaf of an evaluation, which binds its row; none in rows of before: their grade alone is
-- bound.
ALTER TABLE hall_evaluations ADD COLUMN seq BIGINT;
