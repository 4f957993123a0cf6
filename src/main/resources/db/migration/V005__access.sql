-- People who may sign in.
CREATE TABLE account (
    name          text        PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL
);
