-- Observed properties that a town has added to those that ship with the cockpit. Each stands in observed_property, too.
CREATE TABLE own_property (
    key               text             PRIMARY KEY REFERENCES observed_property CHECK (key ~ '^[a-z][a-z0-9_]{0,31}$'),
    symbol            text             NOT NULL CHECK (length(symbol) <= 20),
    lowest            double precision NOT NULL,
    highest           double precision NOT NULL CHECK (highest > lowest),
    plausible_lowest  double precision,
    plausible_highest double precision,
    changed_by        text             NOT NULL CHECK (length(changed_by) <= 100)
);
