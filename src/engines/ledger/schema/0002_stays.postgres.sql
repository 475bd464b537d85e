-- What was booked stays; a mistake is put right by a further transfer. Whoever owns the database
-- can drop these triggers: against the owner only the published record helps.
CREATE FUNCTION refuse_rebooking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append only';
END;
$$;
CREATE TRIGGER ledger_transfers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rebooking();
CREATE TRIGGER ledger_tags_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_tags
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rebooking();
CREATE TRIGGER ledger_lots_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_lots
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rebooking();
CREATE TRIGGER ledger_parts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_parts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rebooking();
CREATE TRIGGER ledger_closings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_closings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rebooking();
