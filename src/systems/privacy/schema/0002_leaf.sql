-- The entry of the record that a granted request made; NULL before entries were made.
ALTER TABLE privacy_erasures ADD COLUMN trace BIGINT;
