-- Rules, what broke them and the incidents that came of it. See decision records 0055 and 0056.

-- Whoever marks an hour says, too, when the earliest of its readings was observed; empty of what an older cockpit marks.
ALTER TABLE reading_mark ADD COLUMN seconds bigint[];

-- Series with news for who looks at them again. Only added to and taken away, by one reader.
CREATE TABLE reading_arrival (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    series_ids integer[] NOT NULL, -- series.key
    seconds    bigint[]  NOT NULL  -- since 1970, each beside its series
);

CREATE TABLE alert_rule (
    key         text        PRIMARY KEY,
    definition  jsonb       NOT NULL, -- texts by column, as in default-rules.csv
    is_on       boolean     NOT NULL,
    version     integer     NOT NULL,
    active_from timestamptz NOT NULL, -- what lies before it is not judged
    is_removed  boolean     NOT NULL DEFAULT false,
    changed_by  text                  -- empty of what ships with the cockpit
);

CREATE TABLE incident (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_key        text             NOT NULL,
    rule_version    integer          NOT NULL,
    rule            jsonb            NOT NULL, -- as it was
    since           timestamptz      NOT NULL,
    raised_at       timestamptz      NOT NULL, -- by the time of the readings
    ended_at        timestamptz,
    worst           double precision,
    state           text             NOT NULL,
    is_muted        boolean          NOT NULL DEFAULT false,
    found_at        timestamptz      NOT NULL, -- when the cockpit noticed
    acknowledged_at timestamptz,
    acknowledged_by text,
    assigned_to     text,
    changed_at      timestamptz      NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX incident_open ON incident (raised_at) WHERE state IN ('RAISED', 'ACKNOWLEDGED');
CREATE INDEX incident_changed ON incident (changed_at);
CREATE INDEX incident_raised ON incident (raised_at);

-- Times in which one series broke a rule: what an incident consists of.
CREATE TABLE incident_breach (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id  bigint           NOT NULL REFERENCES incident,
    rule_key     text             NOT NULL,
    rule_version integer          NOT NULL,
    series_id    integer          NOT NULL, -- series.key
    since        timestamptz      NOT NULL,
    raised_at    timestamptz      NOT NULL,
    ended_at     timestamptz,
    worst        double precision,
    worst_at     timestamptz      NOT NULL
);
CREATE INDEX incident_breach_open ON incident_breach (series_id) WHERE ended_at IS NULL;
CREATE INDEX incident_breach_series ON incident_breach (series_id, ended_at);
CREATE INDEX incident_breach_rule ON incident_breach (rule_key, ended_at);
CREATE INDEX incident_breach_incident ON incident_breach (incident_id);

-- What became of an incident, and who did what.
CREATE TABLE incident_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id bigint      NOT NULL REFERENCES incident,
    at          timestamptz NOT NULL,
    kind        text        NOT NULL,
    actor       text,                -- empty of what the cockpit does by itself
    comment     text        NOT NULL DEFAULT ''
);
CREATE INDEX incident_event_incident ON incident_event (incident_id, id);

-- How far rules are evaluated.
CREATE TABLE alert_progress (
    one             boolean PRIMARY KEY DEFAULT true CHECK (one),
    evaluated_until timestamptz
);
INSERT INTO alert_progress DEFAULT VALUES;
