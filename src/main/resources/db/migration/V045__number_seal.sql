-- With this key the cockpit marks the numbers in addresses of evidence, so that nobody passes off another one as the town's.
CREATE TABLE reading_seal_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    secret bytea   NOT NULL CHECK (length(secret) = 32)
);
