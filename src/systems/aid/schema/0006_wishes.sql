-- So many families at most; 0: any number.
ALTER TABLE aid_wishes ADD COLUMN most INTEGER NOT NULL DEFAULT 0;
