-- Messages of which at least one reading was not taken, for inspection. The cockpit keeps the newest only.
CREATE TABLE rejected_message (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at   timestamptz NOT NULL,
    topic         text        NOT NULL, -- without control characters
    payload       bytea       NOT NULL, -- the first 4096 bytes
    payload_bytes integer     NOT NULL, -- of the whole payload
    reason        text        NOT NULL, -- name of a RejectReason
    detail        text        NOT NULL, -- without control characters
    readings      integer     NOT NULL  -- readings of the message that were refused for this reason
);
