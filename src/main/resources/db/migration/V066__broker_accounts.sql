-- Who may publish at the broker: one account for each device, and gateways that speak for several.
CREATE TABLE broker_account (
    name            text        PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$' AND name NOT LIKE 'cockpit%'),
    sensor_name     text        UNIQUE,                -- of a device; NULL for a gateway
    title           text        NOT NULL DEFAULT '' CHECK (length(title) <= 100),
    topic_name      text        NOT NULL DEFAULT '' CHECK (length(topic_name) <= 64), -- what a device is called in its topics
    client_id       text        NOT NULL DEFAULT '' CHECK (length(client_id) <= 64),  -- the only one it may use; empty for any
    filters         text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(filters) <= 20), -- of a gateway
    password_hash   text        CHECK (length(password_hash) <= 200), -- salted; NULL while the one of the installation holds
    password_number integer     NOT NULL DEFAULT 0,    -- grows with every password
    password_at     timestamptz,
    locked          boolean     NOT NULL DEFAULT false,
    retired         boolean     NOT NULL DEFAULT false, -- its sensor is
    version         bigint      GENERATED ALWAYS AS IDENTITY, -- another one after every change
    changed_at      timestamptz NOT NULL DEFAULT now()
);

-- The account that all devices shared so far, with the password that the installation made or was given.
INSERT INTO broker_account (name, filters) VALUES ('device', '{city/#}');
