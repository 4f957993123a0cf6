-- Times in which somebody works on sensors. See decision record 0064.

CREATE TABLE maintenance_window (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text        NOT NULL, -- SENSOR, SITE, GATEWAY
    key      text        NOT NULL, -- of the sensor, the site or the gateway's account
    begins   timestamptz NOT NULL,
    ends     timestamptz NOT NULL CHECK (ends > begins), -- earlier than planned if somebody was done earlier
    reason   text        NOT NULL,
    made_by  text        NOT NULL,
    ended_by text                  -- who was done earlier
);
CREATE INDEX maintenance_window_ends ON maintenance_window (ends);
