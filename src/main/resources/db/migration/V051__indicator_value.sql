-- What sensors say to an indicator. A value is superseded by the next one, never changed. See decision record 0042.
CREATE TABLE indicator_value (
    number        bigint           PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    rule          text             NOT NULL,  -- property|sites|aggregation|level|area|places|coverage, see class Binding
    rule_version  integer          NOT NULL,  -- of the computation
    period        text             NOT NULL,  -- a calendar year, or 'rolling'
    first_day     date             NOT NULL,  -- by the clock of the town
    until_day     date             NOT NULL,  -- the first that is not part of it
    value         double precision,           -- NULL if nothing was measured
    coverage      double precision NOT NULL CHECK (coverage BETWEEN 0 AND 1),
    state         text             NOT NULL CHECK (state IN ('PROVISIONAL', 'FINAL', 'INVALID')),
    places        jsonb            NOT NULL,  -- of {"series", "place", "value", "coverage"}
    computed_at   timestamptz      NOT NULL,
    superseded_at timestamptz                 -- NULL for the one that holds
);
CREATE UNIQUE INDEX indicator_value_holds ON indicator_value (rule, period) WHERE superseded_at IS NULL;
