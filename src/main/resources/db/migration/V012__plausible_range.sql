-- Between which values a reading of this place is believed; NULL where the range of the property holds.
ALTER TABLE series ADD COLUMN plausible_lowest double precision;
ALTER TABLE series ADD COLUMN plausible_highest double precision;
