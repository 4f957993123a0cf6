-- What a town says of its sites that no sensor measures. See decision record 0083.

CREATE TABLE site_fact (
    site       text NOT NULL,             -- key of a site
    kind       text NOT NULL,             -- OPENING_HOURS, BAYS_DISABLED, FLOOR_AREA, ...
    value      text NOT NULL,             -- as its kind writes it; empty: does not hold any more
    valid_from date NOT NULL,             -- first day in the town
    source     text NOT NULL,             -- who says so
    PRIMARY KEY (site, kind, valid_from)
);
