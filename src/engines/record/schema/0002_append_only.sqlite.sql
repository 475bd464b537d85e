-- What is written stays. Whoever owns the database can drop these triggers: against the owner
-- only heads help that were published and witnessed.
CREATE TRIGGER log_entry_update BEFORE UPDATE ON log_entry
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_entry_delete BEFORE DELETE ON log_entry
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_node_update BEFORE UPDATE ON log_node
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_node_delete BEFORE DELETE ON log_node
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_head_update BEFORE UPDATE ON log_head
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_head_delete BEFORE DELETE ON log_head
BEGIN SELECT RAISE(ABORT, 'append only'); END;
