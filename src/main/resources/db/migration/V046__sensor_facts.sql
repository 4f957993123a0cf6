-- What a reader needs to know of a device to judge its values. Empty where nobody has said anything; pages say so.
ALTER TABLE sensor ADD COLUMN method        text NOT NULL DEFAULT '' CHECK (length(method) <= 200);
ALTER TABLE sensor ADD COLUMN height_metres double precision CHECK (height_metres BETWEEN -100 AND 500); -- above ground
ALTER TABLE sensor ADD COLUMN source_class  text CHECK (source_class IN ('OFFICIAL', 'MUNICIPAL', 'INDICATIVE', 'CITIZENS'));
ALTER TABLE sensor ADD COLUMN calibrated_on date; -- the last time
ALTER TABLE sensor ADD COLUMN calibration   text NOT NULL DEFAULT '' CHECK (length(calibration) <= 200); -- how, by whom
