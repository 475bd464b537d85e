-- What was booked stays; a mistake is put right by a further transfer. Whoever owns the database
-- can drop these triggers: against the owner only the published record helps.
CREATE TRIGGER ledger_transfers_update BEFORE UPDATE ON ledger_transfers
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_transfers_delete BEFORE DELETE ON ledger_transfers
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_tags_update BEFORE UPDATE ON ledger_tags
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_tags_delete BEFORE DELETE ON ledger_tags
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_lots_update BEFORE UPDATE ON ledger_lots
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_lots_delete BEFORE DELETE ON ledger_lots
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_parts_update BEFORE UPDATE ON ledger_parts
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_parts_delete BEFORE DELETE ON ledger_parts
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_closings_update BEFORE UPDATE ON ledger_closings
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ledger_closings_delete BEFORE DELETE ON ledger_closings
BEGIN SELECT RAISE(ABORT, 'append only'); END;
