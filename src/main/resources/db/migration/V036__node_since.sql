-- When a node began its life, by the clock of the database: for people.
ALTER TABLE node ADD COLUMN since timestamptz NOT NULL DEFAULT now();
