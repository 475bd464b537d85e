-- What is written stays. Whoever owns the database can drop these triggers: against the owner
-- only heads help that were published and witnessed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append only';
END;
$$;
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_node_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_node
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_head_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Numbers the outbox. A number may be lost with its transaction; the log's own have no gaps.
CREATE SEQUENCE log_outbox_id;
ALTER TABLE log_outbox ALTER COLUMN id SET DEFAULT nextval('log_outbox_id');
