-- What was thrown away of the readings of a series; its hours before that stand as they are. See decision record 0035.
CREATE TABLE reading_cleared (
    before    timestamptz NOT NULL,
    series_id integer     PRIMARY KEY
);

ALTER TABLE reading_upkeep ADD COLUMN cleared_at timestamptz; -- when that was done last, by the clock of a cockpit
