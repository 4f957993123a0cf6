-- With it a browser goes on in its session after a restart, or on another node. SHA-256: the secret is long and random.
ALTER TABLE account_session ADD COLUMN token_hash bytea UNIQUE;
