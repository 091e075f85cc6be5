-- What was committed and is not chained yet. A change set's row is inserted in its own transaction and carries its
-- unique change id, so that executing the change set again meets it; partition_no and order_no are derived from the
-- change and the same each time. order_no is the version that the change made (0 for what has none).
CREATE TABLE AUDIT_OUTBOX (
  partition_no {int} NOT NULL,
  order_no {long} NOT NULL,
  change_id {uuid} NOT NULL,
  record_kind {text:10} NOT NULL,
  outcome {text:10} NOT NULL,
  outcome_code {text:60} NOT NULL,
  occurred_at {instant} NOT NULL,
  client_id {text:100} NOT NULL,
  user_id {text:100},
  location_id {text:100},
  http_method {text:20},
  request_path {text:500},
  resource_type {text:40},
  resource_id {text:100},
  version_before {long},
  version_after {long},
  before_state {clob},
  after_state {clob},
  request_id {text:100} NOT NULL,
  trace_id {text:40},
  remote_ip {text:60},
  payload_digest {text:80},
  CONSTRAINT AUDIT_OUTBOX_PK PRIMARY KEY (partition_no, order_no, change_id)
);

-- The audit log: one chain per partition. member_salts holds, as JSON, the salt of each member of personal data, null
-- where it was erased. The id keeps a change unique after its row has left the outbox.
CREATE TABLE AUDIT_RECORD (
  change_id {uuid} NOT NULL,
  partition_no {int} NOT NULL,
  chain_position {long} NOT NULL,
  record_kind {text:10} NOT NULL,
  outcome {text:10} NOT NULL,
  outcome_code {text:60} NOT NULL,
  occurred_at {instant} NOT NULL,
  client_id {text:100} NOT NULL,
  user_id {text:100},
  location_id {text:100},
  http_method {text:20},
  request_path {text:500},
  resource_type {text:40},
  resource_id {text:100},
  version_before {long},
  version_after {long},
  before_state {clob},
  after_state {clob},
  request_id {text:100} NOT NULL,
  trace_id {text:40},
  remote_ip {text:60},
  payload_digest {text:80},
  chained_at {instant} NOT NULL,
  key_id {text:16} NOT NULL,
  member_salts {text:2000},
  previous_hash {text:64} NOT NULL,
  record_hash {text:64} NOT NULL,
  CONSTRAINT AUDIT_RECORD_PK PRIMARY KEY (change_id),
  CONSTRAINT AUDIT_RECORD_UK UNIQUE (partition_no, chain_position)
);

CREATE INDEX AUDIT_RECORD_TIME_IX ON AUDIT_RECORD (occurred_at DESC, change_id);

CREATE INDEX AUDIT_RECORD_RESOURCE_IX ON AUDIT_RECORD (resource_id, occurred_at DESC, change_id);

CREATE INDEX AUDIT_RECORD_CLIENT_IX ON AUDIT_RECORD (client_id, occurred_at DESC, change_id);

CREATE INDEX AUDIT_RECORD_USER_IX ON AUDIT_RECORD (user_id, occurred_at DESC, change_id);

-- The end of each chain. Whoever appends holds the row's lock.
CREATE TABLE AUDIT_HEAD (
  partition_no {int} NOT NULL,
  chain_position {long} NOT NULL,
  last_hash {text:64} NOT NULL,
  CONSTRAINT AUDIT_HEAD_PK PRIMARY KEY (partition_no)
);

INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (0, 0, '0000000000000000000000000000000000000000000000000000000000000000');

INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (2, 0, '0000000000000000000000000000000000000000000000000000000000000000');

INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (3, 0, '0000000000000000000000000000000000000000000000000000000000000000');
