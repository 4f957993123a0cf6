-- Where in the town a site lies, and the local marks of a series such as the flood marks of a gauge.
ALTER TABLE site ADD COLUMN district text NOT NULL DEFAULT '';
ALTER TABLE series ADD COLUMN marks double precision[] NOT NULL DEFAULT '{}'; -- ascending, in the unit of the property
