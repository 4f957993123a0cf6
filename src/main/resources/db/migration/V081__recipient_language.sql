-- In which language a recipient reads mails. See decision record 0063.
ALTER TABLE alert_recipient ADD COLUMN language text NOT NULL DEFAULT 'BOTH'; -- BOTH, GERMAN, ENGLISH
