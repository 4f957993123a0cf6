-- What people report that is wrong. See decision record 0082.

CREATE TABLE fault_report (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,            -- name of a domain; may be empty
    site        text        NOT NULL,            -- key of a place; may be empty
    context     text        NOT NULL,            -- what stood on the page then
    text        text        NOT NULL,
    contact     text        NOT NULL,            -- forgotten some time after the matter is over
    reported_at timestamptz NOT NULL,
    state       text        NOT NULL,            -- NEW, IN_WORK, SOLVED, NO_FAULT
    answer      text        NOT NULL DEFAULT '',
    is_public   boolean     NOT NULL DEFAULT false,
    changed_at  timestamptz NOT NULL
);
CREATE INDEX fault_report_changed_at ON fault_report (changed_at);
