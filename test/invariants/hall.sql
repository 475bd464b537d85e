-- What must hold of a hall's rows whatever happened: each statement finds what may not be.
-- The same text for SQLite and PostgreSQL.

-- a slot with more taken than its capacity
SELECT * FROM slots WHERE held + booked + cooling > capacity;

-- a slot whose counts are not those of its places
SELECT s.queue, s.start, s.held, s.booked, s.cooling FROM slots s
LEFT JOIN places p USING (district, hall, queue, start)
GROUP BY s.district, s.hall, s.queue, s.start
HAVING s.held <> count(*) FILTER (WHERE p.state = 'held')
    OR s.booked <> count(*) FILTER (WHERE p.state = 'booked')
    OR s.cooling <> count(*) FILTER (WHERE p.state = 'cooling');

-- a booked place without its ticket
SELECT p.holder FROM places p LEFT JOIN tickets t
  ON t.district = p.district AND t.id = p.holder
WHERE p.state <> 'cooling' AND t.id IS NULL;

-- a window with two tickets
SELECT hall, at_window, count(*) FROM tickets WHERE state IN ('called', 'serving')
GROUP BY district, hall, at_window HAVING count(*) > 1;

-- a ticket called or served at no window
SELECT id FROM tickets WHERE state IN ('called', 'serving') AND at_window IS NULL;

-- a state that is not that of the last event
SELECT t.id, t.state, e.to_state FROM tickets t LEFT JOIN ticket_events e
  ON e.district = t.district AND e.ticket = t.id AND e.sequence = t.events
WHERE e.to_state IS NULL OR e.to_state <> t.state;

-- a gap in the events of a ticket
SELECT t.id FROM tickets t JOIN ticket_events e
  ON e.district = t.district AND e.ticket = t.id
GROUP BY t.district, t.id
HAVING count(*) <> t.events OR max(e.sequence) <> t.events OR min(e.sequence) <> 1;

-- an event that begins where the one before did not end
SELECT e.ticket, e.sequence FROM ticket_events e JOIN ticket_events before
  ON before.district = e.district AND before.ticket = e.ticket
 AND before.sequence = e.sequence - 1
WHERE e.from_state IS DISTINCT FROM before.to_state;

-- an event that the public record lacks
SELECT e.ticket, e.sequence FROM ticket_events e LEFT JOIN log_entry l
  ON l.district = e.district AND COALESCE(l.outbox_id, l.seq) = e.seq
WHERE e.seq IS NOT NULL AND l.seq IS NULL;

-- numbers of a day with a gap or a double
SELECT n.day, n.prefix, n.last, count(t.id) FROM ticket_numbers n LEFT JOIN tickets t
  ON t.district = n.district AND t.hall = n.hall AND t.day = n.day
 AND substr(t.number, 1, length(n.prefix)) = n.prefix
GROUP BY n.district, n.hall, n.day, n.prefix
HAVING count(DISTINCT t.number) <> n.last OR count(t.id) <> n.last
    OR max(CAST(substr(t.number, length(n.prefix) + 1) AS INTEGER)) <> n.last;

-- a person with two open bookings of one service on a day
SELECT person, service, day FROM tickets WHERE state = 'booked'
GROUP BY district, person, service, day HAVING count(*) > 1;
