-- How people, and administrators for everybody with a role, have arranged a page.
CREATE TABLE page_choice (
    person     text        REFERENCES account ON DELETE CASCADE,
    role       text        CHECK (length(role) <= 40),
    page       text        NOT NULL CHECK (length(page) BETWEEN 1 AND 60),
    choice     text        NOT NULL CHECK (length(choice) <= 2000),
    changed_at timestamptz NOT NULL,
    CHECK ((person IS NULL) <> (role IS NULL))
);
CREATE UNIQUE INDEX ON page_choice (person, page) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX ON page_choice (role, page) WHERE role IS NOT NULL;
