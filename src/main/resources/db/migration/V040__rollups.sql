-- Readings added up per hour and per day of the town, for every edition of the database. See decision record 0033.

-- Hours of series of which readings were stored: one line for each batch, written in its transaction.
CREATE TABLE reading_mark (
    series_ids integer[] NOT NULL, -- series.key
    hours      integer[] NOT NULL  -- since 1970, each beside its series
);

-- Hours whose rollup does not know all of their readings yet.
CREATE TABLE reading_stale_hour (
    hour      timestamptz NOT NULL,
    stale_at  timestamptz NOT NULL DEFAULT clock_timestamp(), -- since when
    marked_at timestamptz NOT NULL DEFAULT clock_timestamp(), -- the last time
    series_id integer     NOT NULL,
    PRIMARY KEY (series_id, hour)
);

-- Days whose rollup does not know all of their hours yet.
CREATE TABLE reading_stale_day (
    day       date    NOT NULL,
    series_id integer NOT NULL,
    PRIMARY KEY (series_id, day)
);

CREATE TABLE reading_1h (
    hour         timestamptz      NOT NULL, -- its begin
    value        double precision,          -- what it comes to, by the kind of the property: mean, sum, maximum, share
    min_value    double precision,
    max_value    double precision,
    first_value  double precision,
    last_value   double precision,
    seconds      double precision NOT NULL, -- for which there is a believed reading
    total        double precision NOT NULL, -- what value is made of, see class Rollup
    sine         double precision NOT NULL,
    doubt_min    double precision,          -- of the readings that are left out
    doubt_max    double precision,
    series_id    integer          NOT NULL,
    readings     integer          NOT NULL, -- believed ones
    doubts       integer          NOT NULL, -- those that are left out
    PRIMARY KEY (series_id, hour)
);

CREATE TABLE reading_1d (
    day          date             NOT NULL, -- by the clock of the town
    starts_at    timestamptz      NOT NULL,
    ends_at      timestamptz      NOT NULL, -- 23, 24 or 25 hours later
    value        double precision,
    min_value    double precision,
    max_value    double precision,
    first_value  double precision,
    last_value   double precision,
    seconds      double precision NOT NULL,
    total        double precision NOT NULL,
    sine         double precision NOT NULL,
    doubt_min    double precision,
    doubt_max    double precision,
    lday         double precision,          -- of sound levels: 6 to 18 o'clock, as mean energy
    levening     double precision,          -- 18 to 22
    lnight       double precision,          -- 22 to 6 of the next day
    lden         double precision,          -- of all three
    sound_cover  double precision,          -- lowest coverage of the three, 0 to 1
    series_id    integer          NOT NULL,
    readings     integer          NOT NULL,
    doubts       integer          NOT NULL,
    PRIMARY KEY (series_id, day)
);

-- How far the upkeep is.
CREATE TABLE reading_upkeep (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    time_zone     text        NOT NULL DEFAULT '', -- whose days reading_1d has
    backlog_until timestamptz,                     -- hours before it are not rolled up yet; NULL when all are
    backlog_from  timestamptz                      -- oldest reading when that began
);
-- What an earlier cockpit has stored is rolled up in the background, newest first.
INSERT INTO reading_upkeep (backlog_until)
SELECT CASE WHEN EXISTS (SELECT FROM reading) THEN date_trunc('hour', now()) + INTERVAL '2 hours' END;

-- Whoever corrects, flags or removes readings marks their hours, too. The upkeep itself and the end of old readings do not.
CREATE FUNCTION reading_marked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reading_mark (series_ids, hours)
    VALUES (ARRAY[OLD.series_id], ARRAY[floor(extract(epoch FROM OLD.ts) / 3600)::integer]);
    IF TG_OP = 'UPDATE' AND (NEW.ts, NEW.series_id) IS DISTINCT FROM (OLD.ts, OLD.series_id) THEN
        INSERT INTO reading_mark (series_ids, hours)
        VALUES (ARRAY[NEW.series_id], ARRAY[floor(extract(epoch FROM NEW.ts) / 3600)::integer]);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER marked AFTER UPDATE OR DELETE ON reading FOR EACH ROW
    WHEN (coalesce(current_setting('cockpit.upkeep', true), '') <> 'on')
    EXECUTE FUNCTION reading_marked();
