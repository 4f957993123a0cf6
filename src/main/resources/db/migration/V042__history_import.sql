-- Files of history on their way into the readings. The file itself lies here until all of it is stored, so that whichever
-- node is there goes on where another one stopped. See decision record 0037.
CREATE TABLE history_import (
    id        bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    file_name text        NOT NULL,            -- as its owner called it
    added_by  text        NOT NULL,
    added_at  timestamptz NOT NULL,
    bytes     bigint      NOT NULL DEFAULT 0,  -- of the whole file
    state     text,                            -- name of an Import.State; NULL while it arrives
    form      text        NOT NULL DEFAULT '', -- JSON of a FileForm
    mapping   text        NOT NULL DEFAULT '', -- under which name the form is remembered
    counts    text        NOT NULL DEFAULT '', -- JSON of the Counts of the last run; the next one goes on behind its lines
    problem   text,                            -- name of an Import.Problem
    run_by    text        NOT NULL DEFAULT '', -- account that started the last run
    worker    uuid,                            -- process that reads it
    alive_at  timestamptz                      -- last sign of that process; half a minute later another one takes over
);

CREATE TABLE history_import_piece (
    import_id bigint  NOT NULL REFERENCES history_import ON DELETE CASCADE,
    number    integer NOT NULL,
    bytes     bytea   NOT NULL,                -- deflated
    PRIMARY KEY (import_id, number)
);
ALTER TABLE history_import_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What was refused, as far as somebody would read it.
CREATE TABLE history_import_refusal (
    number    bigint  GENERATED ALWAYS AS IDENTITY,
    import_id bigint  NOT NULL REFERENCES history_import ON DELETE CASCADE,
    line      bigint  NOT NULL,                -- of the file, from 1
    name      text    NOT NULL,                -- of the column, in a file with a column for each series
    reason    text    NOT NULL,                -- name of a Refusal
    detail    text    NOT NULL,
    content   text    NOT NULL,                -- begin of the line
    PRIMARY KEY (import_id, number)
);

-- How files with a certain header are read.
CREATE TABLE history_import_mapping (
    name     text        PRIMARY KEY,
    header   text        NOT NULL,
    form     text        NOT NULL,             -- JSON of a FileForm
    saved_by text        NOT NULL,
    saved_at timestamptz NOT NULL
);
