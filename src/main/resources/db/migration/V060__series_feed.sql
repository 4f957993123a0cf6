-- From which field of a device's messages a series takes its values, and how. Nothing: the field that is called as the
-- property is.
ALTER TABLE series
    ADD COLUMN feed_field varchar(200),
    ADD COLUMN feed_scale double precision NOT NULL DEFAULT 1 CHECK (feed_scale <> 0),
    ADD COLUMN feed_offset double precision NOT NULL DEFAULT 0,
    ADD COLUMN feed_missing double precision[] NOT NULL DEFAULT '{}';

CREATE UNIQUE INDEX series_feed ON series (sensor_name, feed_field);
