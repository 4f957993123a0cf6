-- A reason has a new name: how far back a reading may lie is a setting now.
UPDATE rejected_message SET reason = 'OLDER_THAN_RETENTION' WHERE reason = 'BEFORE_1970';
