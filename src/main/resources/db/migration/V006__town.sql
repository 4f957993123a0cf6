-- How the town shows itself. Every save adds a version; the newest is in force, the last twenty are kept.
CREATE TABLE town_arms (
    key        text  PRIMARY KEY CHECK (key ~ '^[0-9a-f]{16}$'), -- of the bytes, so the same picture is kept once
    media_type text  NOT NULL,
    image      bytea NOT NULL CHECK (octet_length(image) <= 300000)
);

CREATE TABLE town (
    version          bigint      PRIMARY KEY CHECK (version > 0),
    name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    time_zone        text        NOT NULL,                        -- IANA name, for example Europe/Berlin
    accent_light     text        NOT NULL CHECK (accent_light ~ '^#[0-9a-f]{6}$'),
    accent_dark      text        NOT NULL CHECK (accent_dark ~ '^#[0-9a-f]{6}$'),
    arms_key         text        NOT NULL REFERENCES town_arms,
    arms_description text        NOT NULL CHECK (length(arms_description) <= 200),
    boundary         text,                                        -- GeoJSON MultiPolygon, WGS 84; NULL when none was given
    office           text        NOT NULL CHECK (length(office) <= 300),
    email            text        NOT NULL CHECK (length(email) <= 254),
    phone            text        NOT NULL CHECK (length(phone) <= 40),
    imprint          text        NOT NULL CHECK (length(imprint) <= 20000),
    privacy          text        NOT NULL CHECK (length(privacy) <= 20000),
    accessibility    text        NOT NULL CHECK (length(accessibility) <= 20000),
    licence          text        NOT NULL,
    saved_at         timestamptz NOT NULL,
    saved_by         text        NOT NULL
);
