-- Connections to further brokers. The cockpit's own is in the settings and not here.
CREATE TABLE broker_connection (
    name           text        PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,31}$' AND name <> 'cockpit'),
    title          text        NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    address        text        NOT NULL CHECK (length(address) <= 300),
    username       text        NOT NULL CHECK (length(username) <= 200),
    password       text,                 -- encrypted with a key that is not in this database, base64; NULL for none
    certificate    text        NOT NULL CHECK (length(certificate) <= 50000), -- PEM of who vouches; empty for those Java trusts
    client_id      text        NOT NULL CHECK (length(client_id) BETWEEN 1 AND 60),
    topics         text[]      NOT NULL CHECK (cardinality(topics) BETWEEN 1 AND 20),
    share_group    text        NOT NULL CHECK (length(share_group) <= 60),    -- empty when nodes do not share messages
    former_filters text[]      NOT NULL CHECK (cardinality(former_filters) <= 100), -- to be taken out of the broker's sessions
    format         text        NOT NULL CHECK (length(format) <= 40),         -- empty when every format is tried
    zone           text        NOT NULL CHECK (length(zone) <= 60),           -- of times that name none; empty for the town's
    enabled        boolean     NOT NULL,
    version        bigint      GENERATED ALWAYS AS IDENTITY,                  -- another one after every change
    changed_at     timestamptz NOT NULL
);
