-- Who is told of incidents, and what waits to be told. See decision record 0057.

CREATE TABLE alert_recipient (
    name       text    PRIMARY KEY,
    channel    text    NOT NULL, -- EMAIL, WEB_HOOK, MQTT
    address    text    NOT NULL, -- mail address, URL or topic
    least      text    NOT NULL, -- incidents from this severity on, of rules that name nobody
    is_digest  boolean NOT NULL, -- once an hour, together
    is_on      boolean NOT NULL,
    version    integer NOT NULL,
    changed_by text    NOT NULL
);

CREATE TABLE alert_message (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient    text        NOT NULL REFERENCES alert_recipient ON DELETE CASCADE,
    incident_id  bigint      NOT NULL REFERENCES incident,
    kind         text        NOT NULL, -- of incident_event
    state        text        NOT NULL DEFAULT 'WAITING',
    made_at      timestamptz NOT NULL,
    due_at       timestamptz NOT NULL, -- not before
    attempts     integer     NOT NULL DEFAULT 0,
    last_failure text        NOT NULL DEFAULT '',
    sent_at      timestamptz
);
CREATE INDEX alert_message_due ON alert_message (due_at) WHERE state = 'WAITING';
CREATE INDEX alert_message_incident ON alert_message (incident_id);
CREATE INDEX alert_message_recipient ON alert_message (recipient, id);
