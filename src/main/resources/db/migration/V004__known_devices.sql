-- With this key cookies say that somebody has signed in on a device before. Whoever knows it gains nothing but tries.
CREATE TABLE known_device_key (
    single  boolean     PRIMARY KEY DEFAULT true CHECK (single),
    secret  bytea       NOT NULL CHECK (length(secret) = 32),
    made_at timestamptz NOT NULL
);
