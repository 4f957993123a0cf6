-- People with roles, one-time links, sessions and tokens. Of every secret only a hash is kept.
ALTER TABLE account
    ALTER COLUMN password_hash DROP NOT NULL,                          -- NULL while invited, and at an identity provider
    ADD CHECK (name ~ '^[a-z0-9][a-z0-9._@+-]{0,63}$'),
    ADD COLUMN full_name          text        NOT NULL DEFAULT '' CHECK (length(full_name) <= 100),
    ADD COLUMN email              text        NOT NULL DEFAULT '' CHECK (length(email) <= 254),
    ADD COLUMN roles              text[]      NOT NULL DEFAULT '{ADMINISTRATOR,STAFF,TECHNICIAN,STRATEGY_EDITOR}',
    ADD COLUMN password_to_change boolean     NOT NULL DEFAULT true,   -- whoever was there has the first password
    ADD COLUMN locked_at          timestamptz,
    ADD COLUMN last_sign_in_at    timestamptz,
    ADD COLUMN issuer             text,                                -- of the identity provider, with the subject there
    ADD COLUMN subject            text,
    ADD COLUMN version            bigint      NOT NULL DEFAULT 1,
    ADD UNIQUE (issuer, subject),
    ADD CHECK ((issuer IS NULL) = (subject IS NULL));
ALTER TABLE account ALTER COLUMN roles SET DEFAULT '{}', ALTER COLUMN password_to_change SET DEFAULT false;

CREATE TABLE account_link (
    hash       bytea       PRIMARY KEY,                                -- SHA-256 of the secret
    name       text        NOT NULL REFERENCES account ON DELETE CASCADE,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE TABLE account_session (
    id         uuid        PRIMARY KEY,                                -- none of the browser's cookie
    name       text        NOT NULL REFERENCES account ON DELETE CASCADE,
    address    text        NOT NULL CHECK (length(address) <= 64),
    browser    text        NOT NULL CHECK (length(browser) <= 200),
    started_at timestamptz NOT NULL,
    used_at    timestamptz NOT NULL,                                   -- the person did something
    seen_at    timestamptz NOT NULL,                                   -- the node that holds it vouched for it
    ended_at   timestamptz
);
CREATE INDEX ON account_session (name) WHERE ended_at IS NULL;

CREATE TABLE access_token (
    id         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    hash       bytea       NOT NULL UNIQUE,                            -- SHA-256: the secret is long and random
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    scopes     text[]      NOT NULL,
    made_by    text        NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    used_at    timestamptz
);
