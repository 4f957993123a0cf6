-- Who did what to which object, when, before and after. Lines are added and never changed.
CREATE TABLE audit_entry (
    number  bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL CHECK (length(actor) <= 100),
    deed    text        NOT NULL CHECK (length(deed) <= 60),
    object  text        NOT NULL CHECK (length(object) <= 200),
    changes jsonb       NOT NULL CHECK (jsonb_typeof(changes) = 'array')  -- of {"field", "before", "after"}
);
CREATE INDEX ON audit_entry (at DESC, number DESC);
