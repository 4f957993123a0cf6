-- What hangs where. One installation can serve a region of several towns.
CREATE TABLE municipality (
    key       text PRIMARY KEY CHECK (key ~ '^[0-9]{8}$'), -- official municipality key (Amtlicher Gemeindeschlüssel)
    name      text NOT NULL,
    time_zone text NOT NULL                                -- IANA name, for example Europe/Berlin
);

CREATE TABLE site (
    name             text             PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    municipality_key text             NOT NULL REFERENCES municipality,
    title            text             NOT NULL,            -- as people know it
    latitude         double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),    -- WGS 84
    longitude        double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180)
);
CREATE INDEX ON site (municipality_key);

CREATE TABLE sensor (
    name          text        PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    site_name     text        NOT NULL REFERENCES site,
    simulated     boolean     NOT NULL DEFAULT false,
    offline_since timestamptz                              -- last will or farewell; NULL when online or never told
);
CREATE INDEX ON sensor (site_name);

-- A copy of observed-properties.csv, so that whoever reads the database knows what the values mean.
CREATE TABLE observed_property (
    key      text     PRIMARY KEY,
    domain   text     NOT NULL,
    kind     text     NOT NULL,
    ucum     text     NOT NULL,
    decimals smallint NOT NULL,
    name_de  text     NOT NULL,
    name_en  text     NOT NULL
);

CREATE TABLE series (
    key              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sensor_name      text    NOT NULL REFERENCES sensor,
    property_key     text    NOT NULL REFERENCES observed_property,
    interval_seconds integer NOT NULL CHECK (interval_seconds BETWEEN 1 AND 31622400),
    capacity         integer CHECK (capacity >= 0),
    UNIQUE (sensor_name, property_key)
);
