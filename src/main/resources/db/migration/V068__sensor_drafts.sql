-- What technicians have described of a sensor and not registered yet: one draft for each person.
CREATE TABLE sensor_draft (
    person  text        PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    draft   text        NOT NULL CHECK (length(draft) <= 200000),
    kept_at timestamptz NOT NULL
);
