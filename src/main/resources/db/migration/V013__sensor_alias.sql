-- Under which other names a sensor speaks: what a topic calls it, and which registered sensor is meant.
CREATE TABLE sensor_alias (
    name        text        PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    sensor_name text        NOT NULL REFERENCES sensor,
    assigned_at timestamptz NOT NULL,
    assigned_by text        NOT NULL CHECK (length(assigned_by) <= 100)
);
CREATE INDEX ON sensor_alias (sensor_name);
