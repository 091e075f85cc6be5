-- The tokens that writes have used up, each with a digest of the write. token_id is derived from the client and the
-- token's own id (jti), whatever that looks like.
CREATE TABLE SPENT_TOKEN (
  token_id {uuid} NOT NULL,
  fingerprint {text:64} NOT NULL,
  expires_at {instant} NOT NULL,
  CONSTRAINT SPENT_TOKEN_PK PRIMARY KEY (token_id)
);

CREATE INDEX SPENT_TOKEN_AGE_IX ON SPENT_TOKEN (expires_at);

-- Whether only the key and the fingerprint of an answer are left: enough to refuse the key.
ALTER TABLE IDEMPOTENCY_RECORD ADD pruned {bool} DEFAULT 0 NOT NULL;

DROP INDEX IDEMPOTENCY_RECORD_AGE_IX;

CREATE INDEX IDEMPOTENCY_RECORD_PRUNE_IX ON IDEMPOTENCY_RECORD (pruned, created_at);
