-- A look at a setting for each row, as V047 has it, costs the database up to a tenth of a batch. One look for each statement
-- costs nothing, but sees no rows to mark: so whoever stores readings without marking their hours is refused. An older
-- cockpit keeps what it could not store with its broker, and whoever takes over stores it.
DROP TRIGGER stored ON reading;
DROP FUNCTION reading_stored();

CREATE FUNCTION reading_unmarked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'readings are stored together with a mark of their hours, or history would not know of them'
        USING HINT = 'SET cockpit.marks = ''on'', and in the same transaction INSERT INTO reading_mark (series_ids, hours)';
END $$;

CREATE TRIGGER stored BEFORE INSERT ON reading FOR EACH STATEMENT
    WHEN (coalesce(current_setting('cockpit.marks', true), '') <> 'on')
    EXECUTE FUNCTION reading_unmarked();
