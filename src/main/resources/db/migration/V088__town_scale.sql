-- How a town judges what it observes by itself: {"averaging", "steps": [{"from", "severity", "de", "en"}]}, the first without "from".
ALTER TABLE own_property ADD COLUMN scale jsonb CHECK (jsonb_typeof(scale) = 'object');
