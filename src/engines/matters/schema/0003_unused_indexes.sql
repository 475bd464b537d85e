-- Nothing looks for these; each cost a page at every deed, and one misled the planner.
DROP INDEX matters_by_old_number;
DROP INDEX matter_clocks_of_unit;
DROP INDEX matter_tasks_of_unit;
