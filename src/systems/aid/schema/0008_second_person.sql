-- Who proposed the list of a selection, and who approved it: their accounts and their names.
ALTER TABLE aid_selections ADD COLUMN proposed_at BIGINT;
ALTER TABLE aid_selections ADD COLUMN proposed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE aid_selections ADD COLUMN proposed_name TEXT NOT NULL DEFAULT '';
ALTER TABLE aid_selections ADD COLUMN publicised_by TEXT NOT NULL DEFAULT '';
ALTER TABLE aid_selections ADD COLUMN publicised_name TEXT NOT NULL DEFAULT '';
ALTER TABLE aid_selections ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE aid_selections ADD COLUMN decided_name TEXT NOT NULL DEFAULT '';
