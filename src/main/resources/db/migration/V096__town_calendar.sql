-- Calendars that the town publishes elsewhere, and what was fetched of them last. See decision record 0084.

CREATE TABLE town_calendar (
    name             text        PRIMARY KEY,   -- in the address of its page
    german_title     text        NOT NULL,
    english_title    text        NOT NULL,
    kind             text        NOT NULL,      -- EVENTS, WASTE, OTHER
    address          text        NOT NULL,
    day_column       text        NOT NULL,      -- names of columns of a table; empty: none
    time_column      text        NOT NULL,
    title_column     text        NOT NULL,
    place_column     text        NOT NULL,
    link_column      text        NOT NULL,
    every_hours      integer     NOT NULL,
    is_on_start_page boolean     NOT NULL,
    version          integer     NOT NULL,
    changed_by       text        NOT NULL,
    due_at           timestamptz NOT NULL,      -- when it is fetched next; whoever fetches it moves this on first
    attempts         integer     NOT NULL DEFAULT 0,  -- since the last that was good
    content          text,                      -- the last that was good
    edition          bigint      NOT NULL DEFAULT 0,  -- grows with each new content
    fetched_at       timestamptz,               -- when it was seen to be as the content says
    tag              text        NOT NULL DEFAULT '',  -- ETag
    modified         text        NOT NULL DEFAULT '',  -- Last-Modified
    failing_since    timestamptz,
    flaw             text        NOT NULL DEFAULT '',
    flaw_detail      text        NOT NULL DEFAULT ''
);

-- The demo city has got its calendars; whoever removes them does not get them again.
CREATE TABLE town_calendar_demo (
    made_at timestamptz NOT NULL
);
