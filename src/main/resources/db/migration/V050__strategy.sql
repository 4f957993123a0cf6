-- The digital strategy in versions, each whole; rows are added and never changed. See decision record 0040.
CREATE TABLE strategy_version (
    number   bigint      PRIMARY KEY CHECK (number > 0),
    plan     jsonb       NOT NULL,                       -- see package city.cockpit.strategy.plan
    saved_at timestamptz NOT NULL,
    saved_by text        NOT NULL CHECK (length(saved_by) <= 100)
);

-- What became of a version: handed in, published, withdrawn. The newest row tells.
CREATE TABLE strategy_step (
    number   bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    version  bigint      NOT NULL REFERENCES strategy_version,
    state    text        NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN')),
    taken_at timestamptz NOT NULL,
    taken_by text        NOT NULL CHECK (length(taken_by) <= 100),
    note     text        NOT NULL CHECK (length(note) <= 1000)
);
