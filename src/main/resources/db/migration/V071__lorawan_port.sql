-- On which port (FPort) a LoRaWAN device tells what it measures; NULL where nobody said, so that any port is taken.
ALTER TABLE sensor ADD COLUMN port integer CHECK (port BETWEEN 1 AND 223);
