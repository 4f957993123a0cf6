-- Which cockpit looks at the rules, and when it did so last, by the clock of the database. See decision record 0058.
ALTER TABLE alert_progress
    ADD COLUMN looked_by text,
    ADD COLUMN looked_at timestamptz;
