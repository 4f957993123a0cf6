-- A cockpit marks which hours get readings, batch by batch, and says so of its connections (cockpit.marks). Whoever does not
-- say so, as an older cockpit while a newer one takes over, or somebody by hand, is marked for, row by row.
CREATE FUNCTION reading_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reading_mark (series_ids, hours)
    VALUES (ARRAY[NEW.series_id], ARRAY[floor(extract(epoch FROM NEW.ts) / 3600)::integer]);
    RETURN NULL;
END $$;

CREATE TRIGGER stored AFTER INSERT ON reading FOR EACH ROW
    WHEN (coalesce(current_setting('cockpit.marks', true), '') <> 'on')
    EXECUTE FUNCTION reading_stored();
