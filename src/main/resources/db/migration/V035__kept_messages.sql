-- Refused messages, whole, so that they can be run again; and the groups they belong to, whose counters also count what
-- was not kept. Groups of the reason UNKNOWN_SENSOR are the inbox: one for each sender that nobody registered.
CREATE TABLE refusal_group (
    id         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    reason     text        NOT NULL,                -- name of a RejectReason
    sender     text        NOT NULL,                -- name or form of the topic; '' for all that found no group of their own
    detail     text        NOT NULL,                -- what the details have in common, without numbers
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    messages   bigint      NOT NULL,
    readings   bigint      NOT NULL,
    connection text        NOT NULL,                -- of the newest message
    topic      text        NOT NULL,                -- of the newest message
    UNIQUE (reason, sender, detail)
);

CREATE TABLE kept_message (
    id            uuid        PRIMARY KEY,
    arrived_at    timestamptz NOT NULL,
    connection    text        NOT NULL,
    topic         text        NOT NULL,             -- without control characters
    qos           smallint    NOT NULL,
    retained      boolean     NOT NULL,
    payload       bytea       NOT NULL,
    payload_bytes integer     NOT NULL,
    inbox         boolean     NOT NULL,             -- of a sender that nobody registered
    claimed_until timestamptz                       -- until then one node runs it again and the others leave it alone
);
CREATE INDEX ON kept_message (arrived_at);

CREATE TABLE refusal (
    message_id uuid    NOT NULL REFERENCES kept_message ON DELETE CASCADE,
    group_id   bigint  NOT NULL REFERENCES refusal_group ON DELETE CASCADE,
    detail     text    NOT NULL,                    -- without control characters
    readings   integer NOT NULL,                    -- of the message, refused for this reason
    PRIMARY KEY (message_id, group_id)
);
CREATE INDEX ON refusal (group_id);

-- What was kept so far. Payloads that were cut cannot be run again and stay behind.
INSERT INTO refusal_group (reason, sender, detail, first_at, last_at, messages, readings, connection, topic)
SELECT reason, coalesce(substring(topic FROM '^city/([a-z0-9][a-z0-9-]{0,63})(?:/status)?$'), left(topic, 100)), '',
       min(received_at), max(received_at), count(*), sum(readings), 'cockpit', max(topic)
  FROM rejected_message
 GROUP BY 1, 2;

WITH whole AS (
    SELECT gen_random_uuid() AS id, received_at, topic, payload, payload_bytes, reason, detail, readings,
           coalesce(substring(topic FROM '^city/([a-z0-9][a-z0-9-]{0,63})(?:/status)?$'), left(topic, 100)) AS sender
      FROM rejected_message
     WHERE octet_length(payload) = payload_bytes),
kept AS (
    INSERT INTO kept_message (id, arrived_at, connection, topic, qos, retained, payload, payload_bytes, inbox)
    SELECT id, received_at, 'cockpit', topic, 1, false, payload, payload_bytes, reason = 'UNKNOWN_SENSOR' FROM whole)
INSERT INTO refusal (message_id, group_id, detail, readings)
SELECT whole.id, g.id, whole.detail, whole.readings
  FROM whole JOIN refusal_group g ON g.reason = whole.reason AND g.sender = whole.sender AND g.detail = '';

DROP TABLE rejected_message;
