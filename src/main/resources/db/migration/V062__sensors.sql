-- What is known of a device, who answers for it, who may see what it observes; all of it changes while the cockpit runs.
-- "changed_in" is the revision of the registry that a row was last changed in: whoever knows an earlier one reads it again.
-- "changed_by" is the person or program that last changed a row; nothing as long as a table of sensors alone speaks of it.
CREATE TABLE registry_revision (
    one_row  boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    revision bigint  NOT NULL
);
INSERT INTO registry_revision (revision) VALUES (0);

ALTER TABLE site
    ADD COLUMN address    text    NOT NULL DEFAULT '' CHECK (length(address) <= 200),
    ADD COLUMN version    integer NOT NULL DEFAULT 1,
    ADD COLUMN changed_in bigint  NOT NULL DEFAULT 0,
    ADD COLUMN changed_by text CHECK (length(changed_by) <= 100);
CREATE INDEX ON site (changed_in);

ALTER TABLE sensor
    ADD COLUMN title         text    NOT NULL DEFAULT '' CHECK (length(title) <= 100),
    ADD COLUMN device_kind   text    NOT NULL DEFAULT '' CHECK (length(device_kind) <= 100),
    ADD COLUMN device_model  text    NOT NULL DEFAULT '' CHECK (length(device_model) <= 100),
    ADD COLUMN device_serial text    NOT NULL DEFAULT '' CHECK (length(device_serial) <= 100), -- or DevEUI
    ADD COLUMN device_since  date,
    ADD COLUMN orientation   integer CHECK (orientation BETWEEN 0 AND 359), -- degrees from north, clockwise
    ADD COLUMN surroundings  text    NOT NULL DEFAULT '' CHECK (length(surroundings) <= 500),
    ADD COLUMN owner         text    NOT NULL DEFAULT '' CHECK (length(owner) <= 200),
    ADD COLUMN contact       text    NOT NULL DEFAULT '' CHECK (length(contact) <= 200),
    ADD COLUMN licence       text    NOT NULL DEFAULT '' CHECK (length(licence) <= 200),
    ADD COLUMN purpose       text    NOT NULL DEFAULT '' CHECK (length(purpose) <= 500),
    ADD COLUMN privacy_day   date,                                             -- NULL: nobody has looked
    ADD COLUMN privacy_by    text    NOT NULL DEFAULT '' CHECK (length(privacy_by) <= 100),
    ADD COLUMN privacy_note  text    NOT NULL DEFAULT '' CHECK (length(privacy_note) <= 500),
    ADD COLUMN visibility    text    NOT NULL DEFAULT 'PUBLIC' CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
    ADD COLUMN phase         text    NOT NULL DEFAULT 'ACTIVE' CHECK (phase IN ('ACTIVE', 'MAINTENANCE', 'RETIRED')),
    ADD COLUMN format        text CHECK (length(format) <= 40),                -- NULL: any that cannot be mistaken
    ADD COLUMN version       integer NOT NULL DEFAULT 1,
    ADD COLUMN changed_in    bigint  NOT NULL DEFAULT 0,
    ADD COLUMN changed_by    text CHECK (length(changed_by) <= 100);
CREATE INDEX ON sensor (changed_in);

ALTER TABLE series ADD COLUMN ended boolean NOT NULL DEFAULT false; -- not observed any more; its past stays

-- One device took the place of another; the series went on.
CREATE TABLE device_swap (
    number        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sensor_name   text        NOT NULL REFERENCES sensor,
    swapped_on    date        NOT NULL,
    before_kind   text        NOT NULL,
    before_model  text        NOT NULL,
    before_serial text        NOT NULL,
    before_since  date,
    next_kind     text        NOT NULL,
    next_model    text        NOT NULL,
    next_serial   text        NOT NULL,
    next_since    date,
    said_by       text        NOT NULL CHECK (length(said_by) <= 100),
    said_at       timestamptz NOT NULL
);
CREATE INDEX ON device_swap (sensor_name);

CREATE TABLE sensor_photo (
    sensor_name text  PRIMARY KEY REFERENCES sensor,
    image       bytea NOT NULL CHECK (octet_length(image) <= 5000000)
);
