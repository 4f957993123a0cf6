-- Values of a time that was over, in whose place another stands: late readings came, or the rule was changed. People see them.
CREATE INDEX indicator_value_corrected ON indicator_value (number)
    WHERE superseded_at IS NOT NULL AND state <> 'PROVISIONAL';
