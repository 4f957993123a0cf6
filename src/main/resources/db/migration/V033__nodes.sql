-- The cockpits that share this database and one broker. Each beats every second; nobody's clock is compared.
CREATE TABLE node (
    client_id text        PRIMARY KEY,           -- its session at the broker, which keeps messages while it is away
    topics    text        NOT NULL,              -- what it listens to there
    life      uuid        NOT NULL,              -- made anew at every start
    beats     bigint      NOT NULL DEFAULT 0,    -- stands still once the node is gone; -1 if it said goodbye
    heir      uuid,                              -- life of the node that fetches its messages meanwhile
    seen_at   timestamptz NOT NULL DEFAULT now() -- for people
);

-- What nodes seal their messages to each other with, made by the first one.
CREATE TABLE node_secret (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret bytea   NOT NULL CHECK (length(secret) = 32)
);
