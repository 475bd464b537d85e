-- Citizens 居民 are members as well: those whom the office named are found beside them.
CREATE INDEX voice_members_by_role ON voice_members (district, role, street, id);
