-- What waits to be told is news of an incident or that somebody reported a fault. See decision record 0075.
ALTER TABLE alert_message ALTER COLUMN incident_id DROP NOT NULL;
ALTER TABLE alert_message ADD COLUMN report_id bigint;    -- fault_report, which may be deleted before it is told
ALTER TABLE alert_message ADD COLUMN report_topic text;   -- as there
ALTER TABLE alert_message ADD COLUMN report_site text;    -- as there
ALTER TABLE alert_message ADD CHECK (num_nonnulls(incident_id, report_id) = 1);
