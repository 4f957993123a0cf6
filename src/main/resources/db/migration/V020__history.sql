-- Readings at rest. The column order keeps a row small; the key is what tells readings apart. Whether this is a plain
-- table or a hypertable is decided after the migration, by what the database can do (class ReadingTable).
CREATE TABLE reading (
    ts        timestamptz      NOT NULL, -- phenomenon time
    value     double precision NOT NULL, -- in the unit of the observed property
    series_id integer          NOT NULL, -- series.key
    quality   smallint         NOT NULL, -- sum of flags, 0 is good
    PRIMARY KEY (series_id, ts)
);
