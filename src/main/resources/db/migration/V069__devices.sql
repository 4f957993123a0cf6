-- What devices say of themselves, the newest of each, and what of their readings was refused. Written for all of them
-- together every few seconds, never with a message. See decision record 0050.
CREATE TABLE device_vital (
    sensor_name text             NOT NULL REFERENCES sensor ON UPDATE CASCADE ON DELETE CASCADE,
    vital       text             NOT NULL,                  -- name of a Vital, which says the unit
    value       double precision NOT NULL,
    told_at     timestamptz      NOT NULL,                  -- arrival of the message
    bad_since   timestamptz,                                -- NULL while it is well
    changed_at  timestamptz      NOT NULL DEFAULT clock_timestamp(), -- so that other nodes find what is new
    PRIMARY KEY (sensor_name, vital)
);
CREATE INDEX ON device_vital (changed_at);

CREATE TABLE device_refusal (
    sensor_name text        NOT NULL REFERENCES sensor ON UPDATE CASCADE ON DELETE CASCADE,
    reason      text        NOT NULL,                       -- name of a RejectReason
    detail      text        NOT NULL,                       -- of the newest
    first_at    timestamptz NOT NULL,                       -- since the last day without any
    last_at     timestamptz NOT NULL,
    readings    bigint      NOT NULL,                       -- since first_at
    changed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sensor_name, reason)
);
CREATE INDEX ON device_refusal (changed_at);
