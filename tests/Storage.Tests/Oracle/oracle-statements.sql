-- Every statement that LoApi sends to Oracle, and those that Orleans reads from OrleansQuery. Generated:
-- LOAPI_UPDATE_ORACLE_STATEMENTS=1 dotnet test tests/Storage.Tests --filter FullyQualifiedName~RecorderConformance
-- Of a list of values it has the first; whatever else is bound follows it.

-- outside of transactions
ALTER SESSION SET DDL_LOCK_TIMEOUT = 300
/

-- outside of transactions
ALTER SESSION SET TIME_ZONE = 'UTC' NLS_SORT = 'BINARY' NLS_COMP = 'BINARY'
/

-- commits what came before
ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_BURST_CK CHECK (burst BETWEEN 1 AND 1000000)
/

-- commits what came before
ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_QUOTA_CK CHECK (daily_quota >= 1)
/

-- commits what came before
ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_RATE_CK CHECK (rate_per_second BETWEEN 1 AND 1000000)
/

-- commits what came before
ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_STATUS_CK CHECK (client_status IN ('active', 'disabled'))
/

-- commits what came before
ALTER TABLE IDEMPOTENCY_RECORD ADD pruned NUMBER(1) DEFAULT 0 NOT NULL
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_CLIENT_IX ON AUDIT_RECORD (client_id, occurred_at DESC, change_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_REQUEST_IX ON AUDIT_RECORD (request_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_REQUEST_IX ON AUDIT_RECORD (request_id, occurred_at DESC, change_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_RESOURCE_IX ON AUDIT_RECORD (resource_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_RESOURCE_IX ON AUDIT_RECORD (resource_id, occurred_at DESC, change_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_TIME_IX ON AUDIT_RECORD (occurred_at DESC, change_id)
/

-- commits what came before
CREATE INDEX AUDIT_RECORD_USER_IX ON AUDIT_RECORD (user_id, occurred_at DESC, change_id)
/

-- commits what came before
CREATE INDEX CLIENT_KEY_CLIENT_IX ON CLIENT_KEY (client_id)
/

-- commits what came before
CREATE INDEX IDEMPOTENCY_RECORD_AGE_IX ON IDEMPOTENCY_RECORD (created_at)
/

-- commits what came before
CREATE INDEX IDEMPOTENCY_RECORD_PRUNE_IX ON IDEMPOTENCY_RECORD (pruned, created_at)
/

-- commits what came before
CREATE INDEX LOAN_LOCATION_IX ON LOAN (location_id)
/

-- commits what came before
CREATE INDEX LO_RESOURCE_CREATED_IX ON LO_RESOURCE (client_id, created_at DESC, id)
/

-- commits what came before
CREATE INDEX LO_RESOURCE_NAME_IX ON LO_RESOURCE (client_id, name, id)
/

-- commits what came before
CREATE INDEX LO_USER_LOCATION_LOC_IX ON LO_USER_LOCATION (location_id, user_id)
/

-- commits what came before
CREATE INDEX OPERATOR_KEY_NAME_IX ON OPERATOR_KEY (operator_name)
/

-- commits what came before
CREATE INDEX PAYOFF_DATE_IX ON PAYOFF (location_id, payoff_date)
/

-- commits what came before
CREATE INDEX PAYOFF_DATE_IX ON PAYOFF (location_id, payoff_date, id)
/

-- commits what came before
CREATE INDEX PAYOFF_EXPIRY_IX ON PAYOFF (status, payoff_date)
/

-- commits what came before
CREATE INDEX PAYOFF_EXPIRY_IX ON PAYOFF (status, payoff_date, id)
/

-- commits what came before
CREATE INDEX PAYOFF_LOAN_IX ON PAYOFF (sba_loan_number)
/

-- commits what came before
CREATE INDEX PAYOFF_LOAN_IX ON PAYOFF (sba_loan_number, created_at DESC, id)
/

-- commits what came before
CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at DESC, id)
/

-- commits what came before
CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at, status, payoff_date)
/

-- commits what came before
CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at, status, payoff_date, requested_by)
/

-- commits what came before
CREATE INDEX PAYOFF_REQUESTED_BY_IX ON PAYOFF (requested_by)
/

-- commits what came before
CREATE INDEX PAYOFF_REQUESTED_BY_IX ON PAYOFF (requested_by, created_at DESC, id)
/

-- commits what came before
CREATE INDEX PAYOFF_STATUS_IX ON PAYOFF (location_id, status, created_at DESC, id)
/

-- commits what came before
CREATE INDEX SPENT_TOKEN_AGE_IX ON SPENT_TOKEN (expires_at)
/

-- commits what came before
CREATE OR REPLACE FUNCTION ORLEANS_INSERT_MEMBER(
  p_deployment IN NVARCHAR2, p_address IN VARCHAR2, p_port IN NUMBER, p_generation IN NUMBER, p_silo_name IN NVARCHAR2,
  p_host_name IN NVARCHAR2, p_status IN NUMBER, p_proxy_port IN NUMBER, p_started IN TIMESTAMP, p_alive IN TIMESTAMP,
  p_version IN NUMBER)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = SYS_EXTRACT_UTC(SYSTIMESTAMP), Version = Version + 1
  WHERE DeploymentId = p_deployment
    AND Version = p_version;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  INSERT INTO OrleansMembershipTable
    (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
  VALUES
    (p_deployment, p_address, p_port, p_generation, p_silo_name, p_host_name, p_status, p_proxy_port, p_started, p_alive);
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN DUP_VAL_ON_INDEX THEN
    ROLLBACK;
    RETURN 0;
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

-- commits what came before
CREATE OR REPLACE FUNCTION ORLEANS_INSERT_VERSION(p_deployment IN NVARCHAR2)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  INSERT INTO OrleansMembershipVersionTable (DeploymentId)
  VALUES (p_deployment);
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN DUP_VAL_ON_INDEX THEN
    ROLLBACK;
    RETURN 0;
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

-- commits what came before
CREATE OR REPLACE FUNCTION ORLEANS_UPDATE_MEMBER(
  p_deployment IN NVARCHAR2, p_address IN VARCHAR2, p_port IN NUMBER, p_generation IN NUMBER, p_status IN NUMBER,
  p_suspect_times IN VARCHAR2, p_alive IN TIMESTAMP, p_version IN NUMBER)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = SYS_EXTRACT_UTC(SYSTIMESTAMP), Version = Version + 1
  WHERE DeploymentId = p_deployment
    AND Version = p_version;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  UPDATE OrleansMembershipTable
  SET Status = p_status, SuspectTimes = p_suspect_times, IAmAliveTime = p_alive
  WHERE DeploymentId = p_deployment
    AND Address = p_address
    AND Port = p_port
    AND Generation = p_generation;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

-- commits what came before
CREATE TABLE API_CLIENT (
  client_id VARCHAR2(40 CHAR) NOT NULL,
  client_name VARCHAR2(100 CHAR) NOT NULL,
  client_status VARCHAR2(20 CHAR) NOT NULL,
  rate_per_second NUMBER(10) NOT NULL,
  burst NUMBER(10) NOT NULL,
  daily_quota NUMBER(19),
  oidc_audience VARCHAR2(255 CHAR),
  created_at TIMESTAMP(6) NOT NULL,
  updated_at TIMESTAMP(6) NOT NULL,
  version NUMBER(19) NOT NULL,
  CONSTRAINT API_CLIENT_PK PRIMARY KEY (client_id)
)
/

-- commits what came before
CREATE TABLE AUDIT_HEAD (
  partition_no NUMBER(10) NOT NULL,
  chain_position NUMBER(19) NOT NULL,
  last_hash VARCHAR2(64 CHAR) NOT NULL,
  CONSTRAINT AUDIT_HEAD_PK PRIMARY KEY (partition_no)
)
/

-- commits what came before
CREATE TABLE AUDIT_OUTBOX (
  partition_no NUMBER(10) NOT NULL,
  order_no NUMBER(19) NOT NULL,
  change_id VARCHAR2(36 CHAR) NOT NULL,
  record_kind VARCHAR2(10 CHAR) NOT NULL,
  outcome VARCHAR2(10 CHAR) NOT NULL,
  outcome_code VARCHAR2(60 CHAR) NOT NULL,
  occurred_at TIMESTAMP(6) NOT NULL,
  client_id VARCHAR2(100 CHAR) NOT NULL,
  user_id VARCHAR2(100 CHAR),
  location_id VARCHAR2(100 CHAR),
  http_method VARCHAR2(20 CHAR),
  request_path VARCHAR2(500 CHAR),
  resource_type VARCHAR2(40 CHAR),
  resource_id VARCHAR2(100 CHAR),
  version_before NUMBER(19),
  version_after NUMBER(19),
  before_state CLOB,
  after_state CLOB,
  request_id VARCHAR2(100 CHAR) NOT NULL,
  trace_id VARCHAR2(40 CHAR),
  remote_ip VARCHAR2(60 CHAR),
  payload_digest VARCHAR2(80 CHAR),
  CONSTRAINT AUDIT_OUTBOX_PK PRIMARY KEY (partition_no, order_no, change_id)
)
/

-- commits what came before
CREATE TABLE AUDIT_RECORD (
  change_id VARCHAR2(36 CHAR) NOT NULL,
  partition_no NUMBER(10) NOT NULL,
  chain_position NUMBER(19) NOT NULL,
  record_kind VARCHAR2(10 CHAR) NOT NULL,
  outcome VARCHAR2(10 CHAR) NOT NULL,
  outcome_code VARCHAR2(60 CHAR) NOT NULL,
  occurred_at TIMESTAMP(6) NOT NULL,
  client_id VARCHAR2(100 CHAR) NOT NULL,
  user_id VARCHAR2(100 CHAR),
  location_id VARCHAR2(100 CHAR),
  http_method VARCHAR2(20 CHAR),
  request_path VARCHAR2(500 CHAR),
  resource_type VARCHAR2(40 CHAR),
  resource_id VARCHAR2(100 CHAR),
  version_before NUMBER(19),
  version_after NUMBER(19),
  before_state CLOB,
  after_state CLOB,
  request_id VARCHAR2(100 CHAR) NOT NULL,
  trace_id VARCHAR2(40 CHAR),
  remote_ip VARCHAR2(60 CHAR),
  payload_digest VARCHAR2(80 CHAR),
  chained_at TIMESTAMP(6) NOT NULL,
  key_id VARCHAR2(16 CHAR) NOT NULL,
  member_salts VARCHAR2(2000 CHAR),
  previous_hash VARCHAR2(64 CHAR) NOT NULL,
  record_hash VARCHAR2(64 CHAR) NOT NULL,
  CONSTRAINT AUDIT_RECORD_PK PRIMARY KEY (change_id),
  CONSTRAINT AUDIT_RECORD_UK UNIQUE (partition_no, chain_position)
)
/

-- commits what came before
CREATE TABLE CLIENT_KEY (
  key_id VARCHAR2(60 CHAR) NOT NULL,
  client_id VARCHAR2(40 CHAR) NOT NULL,
  ciphertext VARCHAR2(200 CHAR) NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  not_before TIMESTAMP(6),
  revoked_at TIMESTAMP(6),
  CONSTRAINT CLIENT_KEY_PK PRIMARY KEY (key_id),
  CONSTRAINT CLIENT_KEY_CLIENT_FK FOREIGN KEY (client_id) REFERENCES API_CLIENT (client_id)
)
/

-- commits what came before
CREATE TABLE CLIENT_SCOPE (
  client_id VARCHAR2(40 CHAR) NOT NULL,
  scope_name VARCHAR2(40 CHAR) NOT NULL,
  CONSTRAINT CLIENT_SCOPE_PK PRIMARY KEY (client_id, scope_name),
  CONSTRAINT CLIENT_SCOPE_CLIENT_FK FOREIGN KEY (client_id) REFERENCES API_CLIENT (client_id)
)
/

-- commits what came before
CREATE TABLE COUNTRY (
  alpha2 VARCHAR2(2 CHAR) NOT NULL,
  alpha3 VARCHAR2(3 CHAR) NOT NULL,
  numeric_code VARCHAR2(3 CHAR) NOT NULL,
  country_name VARCHAR2(100 CHAR) NOT NULL,
  official_name VARCHAR2(150 CHAR) NOT NULL,
  region VARCHAR2(40 CHAR),
  CONSTRAINT COUNTRY_PK PRIMARY KEY (alpha2),
  CONSTRAINT COUNTRY_ALPHA3_UK UNIQUE (alpha3),
  CONSTRAINT COUNTRY_NUMERIC_UK UNIQUE (numeric_code)
)
/

-- commits what came before
CREATE TABLE FRANCHISE (
  franchise_code VARCHAR2(10 CHAR) NOT NULL,
  brand VARCHAR2(200 CHAR) NOT NULL,
  code_start_date DATE,
  certification_received NUMBER(1) NOT NULL,
  addendum_needed NUMBER(1) NOT NULL,
  form_2462 NUMBER(1) NOT NULL,
  negotiated_addendum NUMBER(1) NOT NULL,
  notes VARCHAR2(1000 CHAR),
  CONSTRAINT FRANCHISE_PK PRIMARY KEY (franchise_code)
)
/

-- commits what came before
CREATE TABLE GRAIN_STATE (
  grain_id VARCHAR2(200 CHAR) NOT NULL,
  state_name VARCHAR2(60 CHAR) NOT NULL,
  state_json CLOB NOT NULL,
  version NUMBER(19) NOT NULL,
  updated_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT GRAIN_STATE_PK PRIMARY KEY (grain_id, state_name)
)
/

-- commits what came before
CREATE TABLE IDEMPOTENCY_RECORD (
  client_id VARCHAR2(100 CHAR) NOT NULL,
  idempotency_key VARCHAR2(255 CHAR) NOT NULL,
  fingerprint VARCHAR2(64 CHAR) NOT NULL,
  resource_type VARCHAR2(40 CHAR) NOT NULL,
  resource_id VARCHAR2(100 CHAR) NOT NULL,
  http_status NUMBER(10) NOT NULL,
  etag VARCHAR2(100 CHAR) NOT NULL,
  response_body CLOB NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT IDEMPOTENCY_RECORD_PK PRIMARY KEY (client_id, idempotency_key)
)
/

-- commits what came before
CREATE TABLE LOAN (
  sba_loan_number VARCHAR2(10 CHAR) NOT NULL,
  location_id VARCHAR2(7 CHAR) NOT NULL,
  program VARCHAR2(10 CHAR) NOT NULL,
  CONSTRAINT LOAN_PK PRIMARY KEY (sba_loan_number),
  CONSTRAINT LOAN_LOCATION_FK FOREIGN KEY (location_id) REFERENCES LO_LOCATION (location_id)
)
/

-- commits what came before
CREATE TABLE LO_LOCATION (
  location_id VARCHAR2(7 CHAR) NOT NULL,
  partner_name VARCHAR2(100 CHAR) NOT NULL,
  location_name VARCHAR2(100 CHAR) NOT NULL,
  location_type VARCHAR2(20 CHAR) NOT NULL,
  line1 VARCHAR2(100 CHAR) NOT NULL,
  line2 VARCHAR2(100 CHAR),
  city VARCHAR2(60 CHAR) NOT NULL,
  state_code VARCHAR2(40 CHAR) NOT NULL,
  postal_code VARCHAR2(12 CHAR) NOT NULL,
  country_code VARCHAR2(2 CHAR) NOT NULL,
  phone VARCHAR2(30 CHAR),
  active NUMBER(1) NOT NULL,
  CONSTRAINT LO_LOCATION_PK PRIMARY KEY (location_id),
  CONSTRAINT LO_LOCATION_ACTIVE_CK CHECK (active IN (0, 1))
)
/

-- commits what came before
CREATE TABLE LO_RESOURCE (
  id VARCHAR2(36 CHAR) NOT NULL,
  client_id VARCHAR2(100 CHAR) NOT NULL,
  name VARCHAR2(100 CHAR) NOT NULL,
  document CLOB NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  updated_at TIMESTAMP(6) NOT NULL,
  version NUMBER(19) NOT NULL,
  CONSTRAINT LO_RESOURCE_PK PRIMARY KEY (id)
)
/

-- commits what came before
CREATE TABLE LO_USER (
  user_id VARCHAR2(20 CHAR) NOT NULL,
  user_name VARCHAR2(100 CHAR) NOT NULL,
  first_name VARCHAR2(60 CHAR) NOT NULL,
  last_name VARCHAR2(60 CHAR) NOT NULL,
  email VARCHAR2(254 CHAR),
  phone VARCHAR2(30 CHAR),
  active NUMBER(1) NOT NULL,
  CONSTRAINT LO_USER_PK PRIMARY KEY (user_id),
  CONSTRAINT LO_USER_ACTIVE_CK CHECK (active IN (0, 1))
)
/

-- commits what came before
CREATE TABLE LO_USER_LOCATION (
  user_id VARCHAR2(20 CHAR) NOT NULL,
  location_id VARCHAR2(7 CHAR) NOT NULL,
  CONSTRAINT LO_USER_LOCATION_PK PRIMARY KEY (user_id, location_id),
  CONSTRAINT LO_USER_LOCATION_USER_FK FOREIGN KEY (user_id) REFERENCES LO_USER (user_id),
  CONSTRAINT LO_USER_LOCATION_LOC_FK FOREIGN KEY (location_id) REFERENCES LO_LOCATION (location_id)
)
/

-- commits what came before
CREATE TABLE LO_USER_ROLE (
  user_id VARCHAR2(20 CHAR) NOT NULL,
  location_id VARCHAR2(7 CHAR) NOT NULL,
  role_name VARCHAR2(40 CHAR) NOT NULL,
  CONSTRAINT LO_USER_ROLE_PK PRIMARY KEY (user_id, location_id, role_name),
  CONSTRAINT LO_USER_ROLE_FK FOREIGN KEY (user_id, location_id) REFERENCES LO_USER_LOCATION (user_id, location_id)
)
/

-- commits what came before
CREATE TABLE MIGRATION_LOCK (
  lock_id NUMBER(1) CONSTRAINT MIGRATION_LOCK_PK PRIMARY KEY
)
/

-- commits what came before
CREATE TABLE NAICS_CODE (
  naics_code VARCHAR2(6 CHAR) NOT NULL,
  title VARCHAR2(200 CHAR) NOT NULL,
  CONSTRAINT NAICS_CODE_PK PRIMARY KEY (naics_code)
)
/

-- commits what came before
CREATE TABLE OIDC_SUBJECT (
  issuer VARCHAR2(255 CHAR) NOT NULL,
  subject VARCHAR2(255 CHAR) NOT NULL,
  user_id VARCHAR2(20 CHAR) NOT NULL,
  CONSTRAINT OIDC_SUBJECT_PK PRIMARY KEY (issuer, subject)
)
/

-- commits what came before
CREATE TABLE OPERATOR_KEY (
  key_id VARCHAR2(16 CHAR) NOT NULL,
  operator_name VARCHAR2(60 CHAR) NOT NULL,
  key_hash VARCHAR2(64 CHAR) NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  expires_at TIMESTAMP(6),
  revoked_at TIMESTAMP(6),
  CONSTRAINT OPERATOR_KEY_PK PRIMARY KEY (key_id)
)
/

-- commits what came before
CREATE TABLE OrleansMembershipTable (
  DeploymentId NVARCHAR2(150) NOT NULL,
  Address VARCHAR2(45 CHAR) NOT NULL,
  Port NUMBER(10) NOT NULL,
  Generation NUMBER(10) NOT NULL,
  SiloName NVARCHAR2(150) NOT NULL,
  HostName NVARCHAR2(150) NOT NULL,
  Status NUMBER(10) NOT NULL,
  ProxyPort NUMBER(10),
  SuspectTimes VARCHAR2(4000 BYTE),
  StartTime TIMESTAMP(6) NOT NULL,
  IAmAliveTime TIMESTAMP(6) NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_PK PRIMARY KEY (DeploymentId, Address, Port, Generation),
  CONSTRAINT ORLEANS_MEMBER_VERSION_FK FOREIGN KEY (DeploymentId) REFERENCES OrleansMembershipVersionTable (DeploymentId) ON DELETE CASCADE
)
/

-- commits what came before
CREATE TABLE OrleansMembershipVersionTable (
  DeploymentId NVARCHAR2(150) NOT NULL,
  Timestamp TIMESTAMP(6) DEFAULT SYS_EXTRACT_UTC(SYSTIMESTAMP) NOT NULL,
  Version NUMBER(10) DEFAULT 0 NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_VERSION_PK PRIMARY KEY (DeploymentId)
)
/

-- commits what came before
CREATE TABLE OrleansQuery (
  QueryKey VARCHAR2(64 CHAR) NOT NULL,
  QueryText VARCHAR2(4000 BYTE) NOT NULL,
  CONSTRAINT ORLEANS_QUERY_PK PRIMARY KEY (QueryKey)
)
/

-- commits what came before
CREATE TABLE PAYOFF (
  id VARCHAR2(36 CHAR) NOT NULL,
  sba_loan_number VARCHAR2(10 CHAR) NOT NULL,
  open_loan_number VARCHAR2(10 CHAR),
  program VARCHAR2(10 CHAR) NOT NULL,
  location_id VARCHAR2(7 CHAR) NOT NULL,
  requested_by VARCHAR2(20 CHAR) NOT NULL,
  amount_type VARCHAR2(10 CHAR) NOT NULL,
  prepayment_amount NUMBER(15, 2),
  payoff_date DATE NOT NULL,
  notice_received_date DATE,
  reason VARCHAR2(20 CHAR) NOT NULL,
  contact_name VARCHAR2(100 CHAR) NOT NULL,
  contact_phone VARCHAR2(30 CHAR) NOT NULL,
  contact_email VARCHAR2(254 CHAR) NOT NULL,
  escrow_company VARCHAR2(100 CHAR),
  escrow_contact VARCHAR2(100 CHAR),
  escrow_phone VARCHAR2(30 CHAR),
  property_line1 VARCHAR2(100 CHAR),
  property_line2 VARCHAR2(100 CHAR),
  property_city VARCHAR2(60 CHAR),
  property_state VARCHAR2(40 CHAR),
  property_postal_code VARCHAR2(12 CHAR),
  property_country VARCHAR2(2 CHAR),
  mailing_line1 VARCHAR2(100 CHAR),
  mailing_line2 VARCHAR2(100 CHAR),
  mailing_city VARCHAR2(60 CHAR),
  mailing_state VARCHAR2(40 CHAR),
  mailing_postal_code VARCHAR2(12 CHAR),
  mailing_country VARCHAR2(2 CHAR),
  quote_principal NUMBER(15, 2),
  quote_interest NUMBER(15, 2),
  quote_fees NUMBER(15, 2),
  quote_premium NUMBER(15, 2),
  quote_total NUMBER(15, 2),
  quote_per_diem NUMBER(15, 2),
  quote_good_through DATE,
  status VARCHAR2(20 CHAR) NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  updated_at TIMESTAMP(6) NOT NULL,
  version NUMBER(19) NOT NULL,
  CONSTRAINT PAYOFF_PK PRIMARY KEY (id),
  CONSTRAINT PAYOFF_OPEN_UK UNIQUE (open_loan_number)
)
/

-- commits what came before
CREATE TABLE REFERENCE_VERSION (
  table_name VARCHAR2(30 CHAR) NOT NULL,
  table_version NUMBER(19) NOT NULL,
  CONSTRAINT REFERENCE_VERSION_PK PRIMARY KEY (table_name)
)
/

-- commits what came before
CREATE TABLE SCHEMA_MIGRATION (
  migration_number NUMBER(10) NOT NULL,
  migration_name VARCHAR2(100 CHAR) NOT NULL,
  checksum VARCHAR2(64 CHAR) NOT NULL,
  applied_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT SCHEMA_MIGRATION_PK PRIMARY KEY (migration_number)
)
/

-- commits what came before
CREATE TABLE SPENT_TOKEN (
  token_id VARCHAR2(36 CHAR) NOT NULL,
  fingerprint VARCHAR2(64 CHAR) NOT NULL,
  expires_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT SPENT_TOKEN_PK PRIMARY KEY (token_id)
)
/

-- commits what came before
CREATE VIEW STAT_CLIENT AS
SELECT client_id, client_name, client_status, rate_per_second, burst, daily_quota, created_at, updated_at
FROM API_CLIENT
/

-- commits what came before
CREATE VIEW STAT_LOCATION AS
SELECT location_id, partner_name, location_name, location_type, city, state_code, country_code, active
FROM LO_LOCATION
/

-- commits what came before
CREATE VIEW STAT_PAYOFF AS
SELECT id, sba_loan_number, program, location_id, requested_by, amount_type, prepayment_amount, payoff_date,
  TO_CHAR(payoff_date, 'YYYY-MM') AS payoff_month, reason, quote_total, status, created_at,
  TO_CHAR(created_at, 'YYYY-MM') AS created_month, TO_CHAR(created_at, 'YYYY-MM-DD') AS created_day, updated_at, version
FROM PAYOFF
/

-- commits what came before
CREATE VIEW STAT_REQUEST AS
SELECT change_id, record_kind, outcome, outcome_code, occurred_at,
  TO_CHAR(occurred_at, 'YYYY-MM') AS occurred_month, TO_CHAR(occurred_at, 'YYYY-MM-DD') AS occurred_day,
  client_id, user_id, location_id, http_method, resource_type, resource_id, request_id, trace_id
FROM AUDIT_RECORD
/

-- commits what came before
CREATE VIEW STAT_USER AS
SELECT u.user_id, u.active, l.location_id, r.role_name
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
/

-- in a transaction: partition_no Int32
DELETE FROM AUDIT_OUTBOX
WHERE partition_no = :partition_no
  AND change_id IN (SELECT change_id FROM AUDIT_RECORD)
/

-- in a transaction: partition_no Int32, order_no Int64, change_id Varchar2
DELETE FROM AUDIT_OUTBOX
WHERE partition_no = :partition_no AND order_no = :order_no AND change_id = :change_id
/

-- in a transaction
DELETE FROM COUNTRY
/

-- in a transaction: grain_id Varchar2, state_name Varchar2, expected_version Int64
DELETE FROM GRAIN_STATE
WHERE grain_id = :grain_id AND state_name = :state_name AND version = :expected_version
/

-- in a transaction: client_id Varchar2, idempotency_key Varchar2, pruned Int16
DELETE FROM IDEMPOTENCY_RECORD
WHERE client_id = :client_id AND idempotency_key = :idempotency_key AND pruned = :pruned
/

-- in a transaction: id Varchar2, expected_version Int64
DELETE FROM LO_RESOURCE
WHERE id = :id AND version = :expected_version
/

-- in a transaction: user_id Varchar2
DELETE FROM LO_USER_LOCATION
WHERE user_id = :user_id
/

-- in a transaction: user_id Varchar2
DELETE FROM LO_USER_ROLE
WHERE user_id = :user_id
/

-- by Orleans: DeploymentId Varchar2, IAmAliveTime TimeStamp
DELETE FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND IAmAliveTime < :IAmAliveTime
  AND Status <> 3
/

-- by Orleans: DeploymentId Varchar2
DELETE FROM OrleansMembershipVersionTable
WHERE DeploymentId = :DeploymentId
/

-- in a transaction: token_id Varchar2
DELETE FROM SPENT_TOKEN
WHERE token_id = :token_id
/

-- commits what came before
DROP INDEX AUDIT_RECORD_REQUEST_IX
/

-- commits what came before
DROP INDEX AUDIT_RECORD_RESOURCE_IX
/

-- commits what came before
DROP INDEX IDEMPOTENCY_RECORD_AGE_IX
/

-- commits what came before
DROP INDEX PAYOFF_DATE_IX
/

-- commits what came before
DROP INDEX PAYOFF_EXPIRY_IX
/

-- commits what came before
DROP INDEX PAYOFF_LOAN_IX
/

-- commits what came before
DROP INDEX PAYOFF_LOCATION_IX
/

-- commits what came before
DROP INDEX PAYOFF_REQUESTED_BY_IX
/

-- commits what came before
DROP INDEX PAYOFF_STATUS_IX
/

-- in a transaction: client_id Varchar2, client_name Varchar2, client_status Varchar2, rate_per_second Int32, burst Int32, daily_quota Int64, oidc_audience Varchar2, created_at TimeStamp, updated_at TimeStamp, version Int64
INSERT INTO API_CLIENT (client_id, client_name, client_status, rate_per_second, burst, daily_quota, oidc_audience, created_at, updated_at, version)
VALUES (:client_id, :client_name, :client_status, :rate_per_second, :burst, :daily_quota, :oidc_audience, :created_at, :updated_at, :version)
/

-- outside of transactions
INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (0, 0, '0000000000000000000000000000000000000000000000000000000000000000')
/

-- outside of transactions
INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')
/

-- outside of transactions
INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (2, 0, '0000000000000000000000000000000000000000000000000000000000000000')
/

-- outside of transactions
INSERT INTO AUDIT_HEAD (partition_no, chain_position, last_hash) VALUES (3, 0, '0000000000000000000000000000000000000000000000000000000000000000')
/

-- in a transaction: partition_no Int32, order_no Int64, change_id Varchar2, record_kind Varchar2, outcome Varchar2, outcome_code Varchar2, occurred_at TimeStamp, client_id Varchar2, user_id Varchar2, location_id Varchar2, http_method Varchar2, request_path Varchar2, resource_type Varchar2, resource_id Varchar2, version_before Int64, version_after Int64, before_state Clob, after_state Clob, request_id Varchar2, trace_id Varchar2, remote_ip Varchar2, payload_digest Varchar2
INSERT INTO AUDIT_OUTBOX (partition_no, order_no, change_id, record_kind, outcome, outcome_code, occurred_at, client_id, user_id, location_id, http_method, request_path, resource_type, resource_id, version_before, version_after, before_state, after_state, request_id, trace_id, remote_ip, payload_digest)
VALUES (:partition_no, :order_no, :change_id, :record_kind, :outcome, :outcome_code, :occurred_at, :client_id, :user_id, :location_id, :http_method, :request_path, :resource_type, :resource_id, :version_before, :version_after, :before_state, :after_state, :request_id, :trace_id, :remote_ip, :payload_digest)
/

-- in a transaction: change_id Varchar2, partition_no Int32, record_kind Varchar2, outcome Varchar2, outcome_code Varchar2, occurred_at TimeStamp, client_id Varchar2, user_id Varchar2, location_id Varchar2, http_method Varchar2, request_path Varchar2, resource_type Varchar2, resource_id Varchar2, version_before Int64, version_after Int64, before_state Clob, after_state Clob, request_id Varchar2, trace_id Varchar2, remote_ip Varchar2, payload_digest Varchar2, chain_position Int64, chained_at TimeStamp, key_id Varchar2, member_salts Varchar2, previous_hash Varchar2, record_hash Varchar2
INSERT INTO AUDIT_RECORD (change_id, partition_no, record_kind, outcome, outcome_code, occurred_at, client_id, user_id, location_id, http_method, request_path, resource_type, resource_id, version_before, version_after, before_state, after_state, request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash)
VALUES (:change_id, :partition_no, :record_kind, :outcome, :outcome_code, :occurred_at, :client_id, :user_id, :location_id, :http_method, :request_path, :resource_type, :resource_id, :version_before, :version_after, :before_state, :after_state, :request_id, :trace_id, :remote_ip, :payload_digest, :chain_position, :chained_at, :key_id, :member_salts, :previous_hash, :record_hash)
/

-- in a transaction: key_id Varchar2, client_id Varchar2, ciphertext Varchar2, created_at TimeStamp, not_before TimeStamp, revoked_at TimeStamp
INSERT INTO CLIENT_KEY (key_id, client_id, ciphertext, created_at, not_before, revoked_at)
VALUES (:key_id, :client_id, :ciphertext, :created_at, :not_before, :revoked_at)
/

-- in a transaction: client_id Varchar2, scope_name Varchar2
INSERT INTO CLIENT_SCOPE (client_id, scope_name)
VALUES (:client_id, :scope_name)
/

-- in a transaction: grain_id Varchar2, state_name Varchar2, state_json Clob, version Int64, updated_at TimeStamp
INSERT INTO GRAIN_STATE (grain_id, state_name, state_json, version, updated_at)
VALUES (:grain_id, :state_name, :state_json, :version, :updated_at)
/

-- in a transaction: client_id Varchar2, idempotency_key Varchar2, fingerprint Varchar2, resource_type Varchar2, resource_id Varchar2, http_status Int32, etag Varchar2, response_body Clob, created_at TimeStamp
INSERT INTO IDEMPOTENCY_RECORD (client_id, idempotency_key, fingerprint, resource_type, resource_id, http_status, etag, response_body, created_at)
VALUES (:client_id, :idempotency_key, :fingerprint, :resource_type, :resource_id, :http_status, :etag, :response_body, :created_at)
/

-- in a transaction: id Varchar2, client_id Varchar2, created_at TimeStamp, name Varchar2, document Clob, updated_at TimeStamp, version Int64
INSERT INTO LO_RESOURCE (id, client_id, created_at, name, document, updated_at, version)
VALUES (:id, :client_id, :created_at, :name, :document, :updated_at, :version)
/

-- in a transaction: user_id Varchar2, location_id Varchar2
INSERT INTO LO_USER_LOCATION (user_id, location_id)
VALUES (:user_id, :location_id)
/

-- in a transaction: user_id Varchar2, location_id Varchar2, role_name Varchar2
INSERT INTO LO_USER_ROLE (user_id, location_id, role_name)
VALUES (:user_id, :location_id, :role_name)
/

-- outside of transactions
INSERT INTO MIGRATION_LOCK (lock_id) VALUES (1)
/

-- in a transaction: key_id Varchar2, operator_name Varchar2, key_hash Varchar2, created_at TimeStamp, expires_at TimeStamp
INSERT INTO OPERATOR_KEY (key_id, operator_name, key_hash, created_at, expires_at)
VALUES (:key_id, :operator_name, :key_hash, :created_at, :expires_at)
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('CleanupDefunctSiloEntriesKey', '
DELETE FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND IAmAliveTime < :IAmAliveTime
  AND Status <> 3')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('DeleteMembershipTableEntriesKey', '
DELETE FROM OrleansMembershipVersionTable
WHERE DeploymentId = :DeploymentId')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('GatewaysQueryKey', '
SELECT Address, ProxyPort, Generation
FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND Status = :Status
  AND ProxyPort > 0')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipKey', '
SELECT ORLEANS_INSERT_MEMBER(:DeploymentId, :Address, :Port, :Generation, :SiloName, :HostName, :Status, :ProxyPort,
  :StartTime, :IAmAliveTime, :Version) AS RESULT
FROM DUAL')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipVersionKey', 'SELECT ORLEANS_INSERT_VERSION(:DeploymentId) AS RESULT FROM DUAL')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadAllKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
WHERE v.DeploymentId = :DeploymentId')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadRowKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
  AND m.Address = :Address
  AND m.Port = :Port
  AND m.Generation = :Generation
WHERE v.DeploymentId = :DeploymentId')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateIAmAlivetimeKey', '
UPDATE OrleansMembershipTable
SET IAmAliveTime = :IAmAliveTime
WHERE DeploymentId = :DeploymentId
  AND Address = :Address
  AND Port = :Port
  AND Generation = :Generation')
/

-- outside of transactions
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateMembershipKey', '
SELECT ORLEANS_UPDATE_MEMBER(:DeploymentId, :Address, :Port, :Generation, :Status, :SuspectTimes, :IAmAliveTime,
  :Version) AS RESULT
FROM DUAL')
/

-- in a transaction: id Varchar2, requested_by Varchar2, created_at TimeStamp, sba_loan_number Varchar2, open_loan_number Varchar2, program Varchar2, location_id Varchar2, amount_type Varchar2, prepayment_amount Decimal, payoff_date Date, notice_received_date Date, reason Varchar2, contact_name Varchar2, contact_phone Varchar2, contact_email Varchar2, escrow_company Varchar2, escrow_contact Varchar2, escrow_phone Varchar2, property_line1 Varchar2, property_line2 Varchar2, property_city Varchar2, property_state Varchar2, property_postal_code Varchar2, property_country Varchar2, mailing_line1 Varchar2, mailing_line2 Varchar2, mailing_city Varchar2, mailing_state Varchar2, mailing_postal_code Varchar2, mailing_country Varchar2, quote_principal Decimal, quote_interest Decimal, quote_fees Decimal, quote_premium Decimal, quote_total Decimal, quote_per_diem Decimal, quote_good_through Date, status Varchar2, updated_at TimeStamp, version Int64
INSERT INTO PAYOFF (id, requested_by, created_at, sba_loan_number, open_loan_number, program, location_id, amount_type, prepayment_amount, payoff_date, notice_received_date, reason, contact_name, contact_phone, contact_email, escrow_company, escrow_contact, escrow_phone, property_line1, property_line2, property_city, property_state, property_postal_code, property_country, mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country, quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through, status, updated_at, version)
VALUES (:id, :requested_by, :created_at, :sba_loan_number, :open_loan_number, :program, :location_id, :amount_type, :prepayment_amount, :payoff_date, :notice_received_date, :reason, :contact_name, :contact_phone, :contact_email, :escrow_company, :escrow_contact, :escrow_phone, :property_line1, :property_line2, :property_city, :property_state, :property_postal_code, :property_country, :mailing_line1, :mailing_line2, :mailing_city, :mailing_state, :mailing_postal_code, :mailing_country, :quote_principal, :quote_interest, :quote_fees, :quote_premium, :quote_total, :quote_per_diem, :quote_good_through, :status, :updated_at, :version)
/

-- outside of transactions
INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('countries', 0)
/

-- outside of transactions
INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('franchises', 0)
/

-- outside of transactions
INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('naics-codes', 0)
/

-- outside of transactions: migration_number Int32, migration_name Varchar2, checksum Varchar2, applied_at TimeStamp
INSERT INTO SCHEMA_MIGRATION (migration_number, migration_name, checksum, applied_at)
VALUES (:migration_number, :migration_name, :checksum, :applied_at)
/

-- in a transaction: token_id Varchar2, fingerprint Varchar2, expires_at TimeStamp
INSERT INTO SPENT_TOKEN (token_id, fingerprint, expires_at)
VALUES (:token_id, :fingerprint, :expires_at)
/

-- in a transaction: alpha2 Varchar2, alpha3 Varchar2, numeric_code Varchar2, country_name Varchar2, official_name Varchar2, region Varchar2
MERGE INTO COUNTRY t
USING (SELECT :alpha2 AS alpha2, :alpha3 AS alpha3, :numeric_code AS numeric_code, :country_name AS country_name, :official_name AS official_name, :region AS region FROM DUAL) r
ON (t.alpha2 = r.alpha2)
WHEN MATCHED THEN UPDATE SET alpha3 = r.alpha3, numeric_code = r.numeric_code, country_name = r.country_name, official_name = r.official_name, region = r.region
WHEN NOT MATCHED THEN INSERT (alpha2, alpha3, numeric_code, country_name, official_name, region)
VALUES (r.alpha2, r.alpha3, r.numeric_code, r.country_name, r.official_name, r.region)
/

-- in a transaction: franchise_code Varchar2, brand Varchar2, code_start_date Date, certification_received Int16, addendum_needed Int16, form_2462 Int16, negotiated_addendum Int16, notes Varchar2
MERGE INTO FRANCHISE t
USING (SELECT :franchise_code AS franchise_code, :brand AS brand, :code_start_date AS code_start_date, :certification_received AS certification_received, :addendum_needed AS addendum_needed, :form_2462 AS form_2462, :negotiated_addendum AS negotiated_addendum, :notes AS notes FROM DUAL) r
ON (t.franchise_code = r.franchise_code)
WHEN MATCHED THEN UPDATE SET brand = r.brand, code_start_date = r.code_start_date, certification_received = r.certification_received, addendum_needed = r.addendum_needed, form_2462 = r.form_2462, negotiated_addendum = r.negotiated_addendum, notes = r.notes
WHEN NOT MATCHED THEN INSERT (franchise_code, brand, code_start_date, certification_received, addendum_needed, form_2462, negotiated_addendum, notes)
VALUES (r.franchise_code, r.brand, r.code_start_date, r.certification_received, r.addendum_needed, r.form_2462, r.negotiated_addendum, r.notes)
/

-- in a transaction: sba_loan_number Varchar2, location_id Varchar2, program Varchar2
MERGE INTO LOAN t
USING (SELECT :sba_loan_number AS sba_loan_number, :location_id AS location_id, :program AS program FROM DUAL) r
ON (t.sba_loan_number = r.sba_loan_number)
WHEN MATCHED THEN UPDATE SET location_id = r.location_id, program = r.program
WHEN NOT MATCHED THEN INSERT (sba_loan_number, location_id, program)
VALUES (r.sba_loan_number, r.location_id, r.program)
/

-- in a transaction: location_id Varchar2, partner_name Varchar2, location_name Varchar2, location_type Varchar2, line1 Varchar2, line2 Varchar2, city Varchar2, state_code Varchar2, postal_code Varchar2, country_code Varchar2, phone Varchar2, active Int16
MERGE INTO LO_LOCATION t
USING (SELECT :location_id AS location_id, :partner_name AS partner_name, :location_name AS location_name, :location_type AS location_type, :line1 AS line1, :line2 AS line2, :city AS city, :state_code AS state_code, :postal_code AS postal_code, :country_code AS country_code, :phone AS phone, :active AS active FROM DUAL) r
ON (t.location_id = r.location_id)
WHEN MATCHED THEN UPDATE SET partner_name = r.partner_name, location_name = r.location_name, location_type = r.location_type, line1 = r.line1, line2 = r.line2, city = r.city, state_code = r.state_code, postal_code = r.postal_code, country_code = r.country_code, phone = r.phone, active = r.active
WHEN NOT MATCHED THEN INSERT (location_id, partner_name, location_name, location_type, line1, line2, city, state_code, postal_code, country_code, phone, active)
VALUES (r.location_id, r.partner_name, r.location_name, r.location_type, r.line1, r.line2, r.city, r.state_code, r.postal_code, r.country_code, r.phone, r.active)
/

-- in a transaction: user_id Varchar2, user_name Varchar2, first_name Varchar2, last_name Varchar2, email Varchar2, phone Varchar2, active Int16
MERGE INTO LO_USER t
USING (SELECT :user_id AS user_id, :user_name AS user_name, :first_name AS first_name, :last_name AS last_name, :email AS email, :phone AS phone, :active AS active FROM DUAL) r
ON (t.user_id = r.user_id)
WHEN MATCHED THEN UPDATE SET user_name = r.user_name, first_name = r.first_name, last_name = r.last_name, email = r.email, phone = r.phone, active = r.active
WHEN NOT MATCHED THEN INSERT (user_id, user_name, first_name, last_name, email, phone, active)
VALUES (r.user_id, r.user_name, r.first_name, r.last_name, r.email, r.phone, r.active)
/

-- in a transaction: naics_code Varchar2, title Varchar2
MERGE INTO NAICS_CODE t
USING (SELECT :naics_code AS naics_code, :title AS title FROM DUAL) r
ON (t.naics_code = r.naics_code)
WHEN MATCHED THEN UPDATE SET title = r.title
WHEN NOT MATCHED THEN INSERT (naics_code, title)
VALUES (r.naics_code, r.title)
/

-- in a transaction: issuer Varchar2, subject Varchar2, user_id Varchar2
MERGE INTO OIDC_SUBJECT t
USING (SELECT :issuer AS issuer, :subject AS subject, :user_id AS user_id FROM DUAL) r
ON (t.issuer = r.issuer AND t.subject = r.subject)
WHEN MATCHED THEN UPDATE SET user_id = r.user_id
WHEN NOT MATCHED THEN INSERT (issuer, subject, user_id)
VALUES (r.issuer, r.subject, r.user_id)
/

-- in a transaction
ROLLBACK TO SAVEPOINT change_set
/

-- in a transaction
SAVEPOINT change_set
/

-- by Orleans: DeploymentId Varchar2, Status Int32
SELECT Address, ProxyPort, Generation
FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND Status = :Status
  AND ProxyPort > 0
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
WHERE 1 = 1
  AND l.location_id = :l0
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Int16, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.active = :l0
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.last_name = :l0
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.user_id = :l0
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.user_id IN (:l0)
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.user_name = :l0
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group0, l.location_id AS group1, r.role_name AS group2, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
WHERE 1 = 1
GROUP BY CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END, l.location_id, r.role_name
ORDER BY COUNT(DISTINCT u.user_id) DESC, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END, l.location_id, r.role_name
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions
SELECT COALESCE(SUM(chain_position), 0)
FROM AUDIT_HEAD
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM AUDIT_RECORD
WHERE chain_position > 0
  AND client_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM AUDIT_RECORD
WHERE chain_position > 0
  AND request_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM AUDIT_RECORD
WHERE chain_position > 0
  AND resource_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM AUDIT_RECORD
WHERE chain_position > 0
  AND user_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Int16, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND active = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_name = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND partner_name = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND partner_name >= :l0 AND partner_name < :l1
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_RESOURCE
WHERE client_id = :client_id
  AND id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_RESOURCE
WHERE client_id = :client_id
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND m.user_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Int16, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.active = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.last_name = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.user_name = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT COUNT(*)
FROM (
  SELECT 1 AS counted
  FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status = :l0
  FETCH FIRST :row_limit ROWS ONLY
) c
/

-- in a transaction: partition_no Int32, resource_id Varchar2, resource_type Varchar2
SELECT COUNT(*)
FROM AUDIT_OUTBOX
WHERE partition_no = :partition_no
  AND resource_id = :resource_id
  AND resource_type = :resource_type
/

-- outside of transactions: resource_id Varchar2, resource_type Varchar2
SELECT COUNT(*)
FROM AUDIT_RECORD
WHERE resource_id = :resource_id
  AND resource_type = :resource_type
/

-- in a transaction: client_id Varchar2, now TimeStamp
SELECT COUNT(*)
FROM CLIENT_KEY
WHERE client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :now)
/

-- in a transaction: key_id Varchar2
SELECT COUNT(*)
FROM CLIENT_KEY
WHERE key_id = :key_id
/

-- in a transaction: key_id Varchar2, client_id Varchar2
SELECT COUNT(*)
FROM CLIENT_KEY
WHERE key_id = :key_id AND client_id = :client_id
/

-- outside of transactions
SELECT COUNT(*)
FROM SCHEMA_MIGRATION
/

-- outside of transactions: row_limit Int32
SELECT COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
ORDER BY COUNT(*) DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND location_id = :l0
ORDER BY COUNT(*) DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
ORDER BY COUNT(*) DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT COUNT(*) AS waiting, MIN(occurred_at) AS oldest
FROM (
  SELECT occurred_at
  FROM AUDIT_OUTBOX
  ORDER BY partition_no, order_no, change_id
  FETCH FIRST :row_limit ROWS ONLY
) o
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
WHERE 1 = 1
  AND l.location_id = :l0
ORDER BY COUNT(DISTINCT u.user_id) DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
WHERE 1 = 1
  AND u.user_id IN (:l0)
ORDER BY COUNT(DISTINCT u.user_id) DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: partition_no Int32
SELECT MAX(chain_position)
FROM AUDIT_RECORD
WHERE partition_no = :partition_no
  
/

-- outside of transactions: partition_no Int32, occurred_at TimeStamp
SELECT MAX(chain_position)
FROM AUDIT_RECORD
WHERE partition_no = :partition_no
  AND occurred_at <= :occurred_at
/

-- outside of transactions: partition_no Int32, occurred_at TimeStamp
SELECT MIN(chain_position)
FROM AUDIT_RECORD
WHERE partition_no = :partition_no
  AND occurred_at >= :occurred_at
/

-- by Orleans: DeploymentId Varchar2, Address Varchar2, Port Int32, Generation Int32, SiloName Varchar2, HostName Varchar2, Status Int32, ProxyPort Int32, StartTime TimeStamp, IAmAliveTime TimeStamp, Version Int32
SELECT ORLEANS_INSERT_MEMBER(:DeploymentId, :Address, :Port, :Generation, :SiloName, :HostName, :Status, :ProxyPort,
  :StartTime, :IAmAliveTime, :Version) AS RESULT
FROM DUAL
/

-- by Orleans: DeploymentId Varchar2
SELECT ORLEANS_INSERT_VERSION(:DeploymentId) AS RESULT FROM DUAL
/

-- by Orleans: DeploymentId Varchar2, Address Varchar2, Port Int32, Generation Int32, Status Int32, SuspectTimes Varchar2, IAmAliveTime TimeStamp, Version Int32
SELECT ORLEANS_UPDATE_MEMBER(:DeploymentId, :Address, :Port, :Generation, :Status, :SuspectTimes, :IAmAliveTime,
  :Version) AS RESULT
FROM DUAL
/

-- outside of transactions
SELECT alpha2
FROM COUNTRY
/

-- outside of transactions: now TimeStamp
SELECT c.client_id, c.client_name, c.client_status, c.rate_per_second, c.burst, c.daily_quota, c.oidc_audience,
  c.version, s.scope_name, k.key_id, k.ciphertext, k.not_before, k.revoked_at
FROM API_CLIENT c
LEFT JOIN CLIENT_SCOPE s ON s.client_id = c.client_id
LEFT JOIN CLIENT_KEY k ON k.client_id = c.client_id AND (k.revoked_at IS NULL OR k.revoked_at > :now)
ORDER BY c.client_id, k.key_id, s.scope_name
/

-- in transactions and outside: now TimeStamp, client_id Varchar2
SELECT c.client_id, c.client_name, c.client_status, c.rate_per_second, c.burst, c.daily_quota, c.oidc_audience,
  c.version, s.scope_name, k.key_id, k.ciphertext, k.not_before, k.revoked_at
FROM API_CLIENT c
LEFT JOIN CLIENT_SCOPE s ON s.client_id = c.client_id
LEFT JOIN CLIENT_KEY k ON k.client_id = c.client_id AND (k.revoked_at IS NULL OR k.revoked_at > :now)
WHERE c.client_id = :client_id
ORDER BY c.client_id, k.key_id, s.scope_name
/

-- in a transaction: c0 Varchar2
SELECT change_id
FROM AUDIT_OUTBOX
WHERE change_id IN (:c0)
/

-- in a transaction: c0 Varchar2
SELECT change_id
FROM AUDIT_RECORD
WHERE change_id IN (:c0)
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND request_id = :l0
ORDER BY occurred_at DESC, change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND client_id = :l0
ORDER BY change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND request_id = :l0
ORDER BY change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND request_id = :l0
ORDER BY occurred_at DESC, change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND resource_id = :l0
ORDER BY change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
  AND user_id = :l0
ORDER BY change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
ORDER BY change_id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
ORDER BY occurred_at DESC, change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE chain_position > 0
ORDER BY occurred_at, change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: change_id Varchar2
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE change_id = :change_id
/

-- outside of transactions: partition_no Int32, first_position Int64, last_position Int64, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE partition_no = :partition_no
  AND chain_position >= :first_position
  AND chain_position <= :last_position
ORDER BY chain_position
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: partition_no Int32, previous_hash Varchar2, row_limit Int32
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE partition_no = :partition_no
  AND previous_hash = :previous_hash
ORDER BY chain_position
FETCH FIRST :row_limit ROWS ONLY
/

-- in a transaction: resource_id Varchar2, resource_type Varchar2
SELECT change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest, chain_position, chained_at, key_id, member_salts, previous_hash, record_hash
FROM AUDIT_RECORD
WHERE resource_id = :resource_id
  AND resource_type = :resource_type
/

-- outside of transactions
SELECT client_id
FROM API_CLIENT
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND client_id = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 TimeStamp, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND occurred_at = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND record_kind = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND request_id = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND resource_id = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND resource_type = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND user_id = :l0
GROUP BY client_id
ORDER BY COUNT(*) DESC, client_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT client_id AS group0, record_kind AS group1, http_method AS group2, occurred_day AS group3, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
  AND request_id = :l0
GROUP BY client_id, record_kind, http_method, occurred_day
ORDER BY COUNT(*) DESC, client_id, record_kind, http_method, occurred_day
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT client_id AS group0, user_id AS group1, location_id AS group2, http_method AS group3, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
GROUP BY client_id, user_id, location_id, http_method
ORDER BY COUNT(*) DESC, client_id, user_id, location_id, http_method
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: pruned Int16, before_instant TimeStamp, row_limit Int32
SELECT client_id, idempotency_key
FROM IDEMPOTENCY_RECORD
WHERE pruned = :pruned
  AND created_at < :before_instant
ORDER BY created_at
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: pruned Int16, resource_id Varchar2, resource_type Varchar2
SELECT client_id, idempotency_key
FROM IDEMPOTENCY_RECORD
WHERE pruned = :pruned
  AND resource_id = :resource_id
  AND resource_type = :resource_type
/

-- outside of transactions: client_id Varchar2, idempotency_key Varchar2
SELECT client_id, idempotency_key, fingerprint, resource_type, resource_id,
  http_status, etag, response_body, created_at, pruned
FROM IDEMPOTENCY_RECORD
WHERE client_id = :client_id
  AND idempotency_key = :idempotency_key
/

-- in a transaction: client_id Varchar2, idempotency_key Varchar2, pruned Int16
SELECT client_id, idempotency_key, fingerprint, resource_type, resource_id,
  http_status, etag, response_body, created_at, pruned
FROM IDEMPOTENCY_RECORD
WHERE client_id = :client_id
  AND idempotency_key = :idempotency_key
  AND pruned = :pruned
/

-- outside of transactions: now TimeStamp
SELECT client_id, key_id, ciphertext
FROM CLIENT_KEY
WHERE revoked_at IS NULL OR revoked_at > :now
ORDER BY client_id, key_id
/

-- outside of transactions: row_limit Int32
SELECT country_code AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
GROUP BY country_code
ORDER BY COUNT(*) DESC, country_code
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: token_id Varchar2
SELECT fingerprint
FROM SPENT_TOKEN
WHERE token_id = :token_id
/

-- outside of transactions
SELECT franchise_code
FROM FRANCHISE
/

-- in a transaction: k0 Varchar2
SELECT id
FROM PAYOFF
WHERE id IN (:k0)
/

-- outside of transactions: received Varchar2, scheduled Varchar2, quoted Varchar2, today Date, row_limit Int32
SELECT id
FROM PAYOFF
WHERE status IN (:received, :scheduled, :quoted)
  AND payoff_date < :today
ORDER BY payoff_date, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 TimeStamp, l1 Varchar2, l2 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND created_at < :l0
  AND id >= :l1
  AND ((id > :l2))
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND created_at < :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND created_at <= :l0
  AND ((created_at < :l1) OR (created_at = :l2 AND id > :l3))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND created_at >= :l0
  AND ((created_at > :l1) OR (created_at = :l2 AND id > :l3))
ORDER BY created_at, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND id <= :l0
  AND ((id < :l1))
ORDER BY id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND id = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND id >= :l0
  AND ((id > :l1))
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name <= :l0
  AND ((name < :l1) OR (name = :l2 AND id > :l3))
ORDER BY name DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name >= :l0
  AND ((name > :l1) OR (name = :l2 AND id > :l3))
ORDER BY name, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name >= :l0 AND name < :l1
  AND id >= :l2
  AND ((id > :l3))
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
  AND name >= :l0 AND name < :l1
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY created_at, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY name DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: client_id Varchar2, row_limit Int32
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE client_id = :client_id
ORDER BY name, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: id Varchar2
SELECT id, client_id, name, document, created_at, updated_at, version
FROM LO_RESOURCE
WHERE id = :id
/

-- outside of transactions: id Varchar2
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE id = :id
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at <= :l0
  AND ((created_at < :l1) OR (created_at = :l2 AND id > :l3))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at <= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at > :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at >= :l0
  AND ((created_at > :l1) OR (created_at = :l2 AND id > :l3))
ORDER BY created_at, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at >= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 TimeStamp, l5 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at IN (:l0)
  AND created_at <= :l2
  AND ((created_at < :l3) OR (created_at = :l4 AND id > :l5))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 TimeStamp, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND created_at IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND id <= :l0
  AND ((id < :l1))
ORDER BY id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND id = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND id >= :l0
  AND ((id > :l1))
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id <= :l0
  AND ((location_id < :l1) OR (location_id = :l2 AND id > :l3))
ORDER BY location_id DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id <= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id >= :l0
  AND ((location_id > :l1) OR (location_id = :l2 AND id > :l3))
ORDER BY location_id, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id >= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l2 TimeStamp, l3 TimeStamp, l4 TimeStamp, l5 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id IN (:l0)
  AND created_at <= :l2
  AND ((created_at < :l3) OR (created_at = :l4 AND id > :l5))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l1 Date, l2 Date, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date <= :l0
  AND ((payoff_date < :l1) OR (payoff_date = :l2 AND id > :l3))
ORDER BY payoff_date DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date > :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l1 Date, l2 Date, l3 TimeStamp, l4 Date, l5 TimeStamp, l6 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date >= :l0
  AND ((payoff_date > :l1) OR (payoff_date = :l2 AND created_at < :l3) OR (payoff_date = :l4 AND created_at = :l5 AND id > :l6))
ORDER BY payoff_date, created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l1 Date, l2 Date, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date >= :l0
  AND ((payoff_date > :l1) OR (payoff_date = :l2 AND id > :l3))
ORDER BY payoff_date, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date >= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, l2 TimeStamp, l3 TimeStamp, l4 TimeStamp, l5 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date IN (:l0)
  AND created_at <= :l2
  AND ((created_at < :l3) OR (created_at = :l4 AND id > :l5))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Date, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND payoff_date IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by <= :l0
  AND ((requested_by < :l1) OR (requested_by = :l2 AND id > :l3))
ORDER BY requested_by DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by <= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by = :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by > :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by >= :l0
  AND ((requested_by > :l1) OR (requested_by = :l2 AND id > :l3))
ORDER BY requested_by, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by >= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l2 TimeStamp, l3 TimeStamp, l4 TimeStamp, l5 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by IN (:l0)
  AND created_at <= :l2
  AND ((created_at < :l3) OR (created_at = :l4 AND id > :l5))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND requested_by IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number <= :l0
  AND ((sba_loan_number < :l1) OR (sba_loan_number = :l2 AND id > :l3))
ORDER BY sba_loan_number DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number <= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number > :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number >= :l0
  AND ((sba_loan_number > :l1) OR (sba_loan_number = :l2 AND id > :l3))
ORDER BY sba_loan_number, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number >= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND sba_loan_number IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status < :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status < :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status <= :l0
  AND ((status < :l1) OR (status = :l2 AND id > :l3))
ORDER BY status DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 TimeStamp, l2 TimeStamp, l3 TimeStamp, l4 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status <= :l0
  AND created_at <= :l1
  AND ((created_at < :l2) OR (created_at = :l3 AND id > :l4))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status <= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status = :l0
  AND id >= :l1
  AND ((id > :l2))
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status = :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status = :l0
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status > :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, l2 Varchar2, l3 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status >= :l0
  AND ((status > :l1) OR (status = :l2 AND id > :l3))
ORDER BY status, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status >= :l0
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l2 TimeStamp, l3 TimeStamp, l4 TimeStamp, l5 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status IN (:l0)
  AND created_at <= :l2
  AND ((created_at < :l3) OR (created_at = :l4 AND id > :l5))
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND status IN (:l0)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY created_at, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_id DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_id, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY payoff_date DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY payoff_date, created_at DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY payoff_date, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY requested_by DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY requested_by, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY sba_loan_number DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY sba_loan_number, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY status DESC, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY status, id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: open_loan_number Varchar2
SELECT id, sba_loan_number, program, location_id, requested_by,
  amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
  contact_name, contact_phone, contact_email,
  escrow_company, escrow_contact, escrow_phone,
  property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
  mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
  quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
  status, created_at, updated_at, version
FROM PAYOFF
WHERE open_loan_number = :open_loan_number
/

-- outside of transactions
SELECT issuer || ' ' || subject
FROM OIDC_SUBJECT
/

-- outside of transactions
SELECT key_id, operator_name, key_hash, created_at, expires_at, revoked_at
FROM OPERATOR_KEY
ORDER BY operator_name, created_at, key_id
/

-- in transactions and outside: key_id Varchar2
SELECT key_id, operator_name, key_hash, created_at, expires_at, revoked_at
FROM OPERATOR_KEY
WHERE key_id = :key_id
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT l.location_id AS group0, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END AS group1, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
WHERE 1 = 1
  AND u.user_id = :l0
GROUP BY l.location_id, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
ORDER BY COUNT(DISTINCT u.user_id) DESC, l.location_id, CASE WHEN u.active = 1 THEN 'true' ELSE 'false' END
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT l.location_id AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
WHERE 1 = 1
  AND u.user_id IN (:l0)
GROUP BY l.location_id
ORDER BY COUNT(DISTINCT u.user_id) DESC, l.location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions
SELECT location_id
FROM LO_LOCATION
/

-- outside of transactions: row_limit Int32
SELECT location_id
FROM LO_LOCATION
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, l1 Date, row_limit Int32
SELECT location_id AS group0, reason AS group1, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND location_id = :l0
  AND payoff_date >= :l1
GROUP BY location_id, reason
ORDER BY COUNT(*) DESC, location_id, reason
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: location_id Varchar2
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id = :location_id
/

-- outside of transactions: user_id Varchar2, l0 Int16, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND active = :l0
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id = :l0
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_id >= :l0
  AND ((location_id > :l1))
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND location_name = :l0
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND partner_name = :l0
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
  AND partner_name >= :l0 AND partner_name < :l1
ORDER BY partner_name DESC, location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY active, location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_id DESC
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_name, location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY location_type, location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: user_id Varchar2, row_limit Int32
SELECT location_id, partner_name, location_name, location_type,
  line1, line2, city, state_code, postal_code, country_code, phone, active
FROM LO_LOCATION
WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
ORDER BY partner_name, location_id
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT location_type AS group0, CASE WHEN active = 1 THEN 'true' ELSE 'false' END AS group1, partner_name AS group2, state_code AS group3, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
GROUP BY location_type, CASE WHEN active = 1 THEN 'true' ELSE 'false' END, partner_name, state_code
ORDER BY COUNT(*) DESC, location_type, CASE WHEN active = 1 THEN 'true' ELSE 'false' END, partner_name, state_code
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT location_type AS group0, CASE WHEN active = 1 THEN 'true' ELSE 'false' END AS group1, state_code AS group2, country_code AS group3, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND location_id = :l0
GROUP BY location_type, CASE WHEN active = 1 THEN 'true' ELSE 'false' END, state_code, country_code
ORDER BY COUNT(*) DESC, location_type, CASE WHEN active = 1 THEN 'true' ELSE 'false' END, state_code, country_code
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Int16, row_limit Int32
SELECT location_type AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND active = :l0
GROUP BY location_type
ORDER BY COUNT(*) DESC, location_type
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT location_type AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND location_id = :l0
GROUP BY location_type
ORDER BY COUNT(*) DESC, location_type
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT location_type AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND location_name = :l0
GROUP BY location_type
ORDER BY COUNT(*) DESC, location_type
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT location_type AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND location_type = :l0
GROUP BY location_type
ORDER BY COUNT(*) DESC, location_type
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT location_type AS group0, COUNT(*) AS counted
FROM LO_LOCATION
WHERE 1 = 1
  AND partner_name = :l0
GROUP BY location_type
ORDER BY COUNT(*) DESC, location_type
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions
SELECT migration_number, checksum
FROM SCHEMA_MIGRATION
/

-- outside of transactions
SELECT naics_code
FROM NAICS_CODE
/

-- outside of transactions: row_limit Int32
SELECT occurred_month AS group0, occurred_day AS group1, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
GROUP BY occurred_month, occurred_day
ORDER BY COUNT(*) DESC, occurred_month, occurred_day
FETCH FIRST :row_limit ROWS ONLY
/

-- in a transaction: k0 Varchar2
SELECT open_loan_number
FROM PAYOFF
WHERE open_loan_number IN (:k0)
/

-- outside of transactions: partition_no Int32, row_limit Int32
SELECT order_no, change_id, partition_no, record_kind, outcome, outcome_code, occurred_at,
  client_id, user_id, location_id, http_method, request_path,
  resource_type, resource_id, version_before, version_after, before_state, after_state,
  request_id, trace_id, remote_ip, payload_digest
FROM AUDIT_OUTBOX
WHERE partition_no = :partition_no
ORDER BY order_no, change_id
FETCH FIRST :row_limit ROWS ONLY
/

-- in transactions and outside: partition_no Int32
SELECT partition_no, chain_position, last_hash
FROM AUDIT_HEAD
WHERE partition_no = :partition_no
/

-- outside of transactions: row_limit Int32
SELECT payoff_month AS group0, reason AS group1, requested_by AS group2, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
GROUP BY payoff_month, reason, requested_by
ORDER BY COUNT(*) DESC, payoff_month, reason, requested_by
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT r.role_name AS group0, COUNT(DISTINCT u.user_id) AS counted
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
WHERE 1 = 1
  AND u.user_id IN (:l0)
GROUP BY r.role_name
ORDER BY COUNT(DISTINCT u.user_id) DESC, r.role_name
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT requested_by AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND location_id = :l0
GROUP BY requested_by
ORDER BY COUNT(*) DESC, requested_by
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT resource_type AS group0, record_kind AS group1, outcome AS group2, outcome_code AS group3, COUNT(*) AS counted
FROM STAT_REQUEST
WHERE 1 = 1
GROUP BY resource_type, record_kind, outcome, outcome_code
ORDER BY COUNT(*) DESC, resource_type, record_kind, outcome, outcome_code
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions
SELECT sba_loan_number
FROM LOAN
/

-- outside of transactions: sba_loan_number Varchar2
SELECT sba_loan_number, location_id, program
FROM LOAN
WHERE sba_loan_number = :sba_loan_number
/

-- outside of transactions: grain_id Varchar2, state_name Varchar2
SELECT state_json, version
FROM GRAIN_STATE
WHERE grain_id = :grain_id
  AND state_name = :state_name
/

-- outside of transactions: l0 TimeStamp, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND created_at = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND location_id = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Date, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND payoff_date = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND requested_by = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND sba_loan_number = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND status = :l0
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT status AS group0, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
GROUP BY status
ORDER BY COUNT(*) DESC, status
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: row_limit Int32
SELECT status AS group0, location_id AS group1, program AS group2, created_month AS group3, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
GROUP BY status, location_id, program, created_month
ORDER BY COUNT(*) DESC, status, location_id, program, created_month
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: l0 Varchar2, row_limit Int32
SELECT status AS group0, program AS group1, created_month AS group2, payoff_month AS group3, COUNT(*) AS counted
FROM STAT_PAYOFF
WHERE 1 = 1
  AND location_id = :l0
GROUP BY status, program, created_month, payoff_month
ORDER BY COUNT(*) DESC, status, program, created_month, payoff_month
FETCH FIRST :row_limit ROWS ONLY
/

-- outside of transactions: table_name Varchar2
SELECT table_version
FROM REFERENCE_VERSION
WHERE table_name = :table_name
/

-- outside of transactions: before_instant TimeStamp, row_limit Int32
SELECT token_id
FROM SPENT_TOKEN
WHERE expires_at < :before_instant
ORDER BY expires_at
FETCH FIRST :row_limit ROWS ONLY
/

-- in a transaction: k0 Varchar2
SELECT token_id
FROM SPENT_TOKEN
WHERE token_id IN (:k0)
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND m.user_id = :l0
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, l1 Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND m.user_id >= :l0
  AND ((m.user_id > :l1))
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Int16, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.active = :l0
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.last_name = :l0
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, l0 Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  AND u.user_name = :l0
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  ORDER BY m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  ORDER BY m.user_id DESC
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY m.user_id DESC, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  ORDER BY u.active, m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY u.active, m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  ORDER BY u.last_name, m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY u.last_name, m.user_id, l.location_id, r.role_name
/

-- outside of transactions: location_id Varchar2, reader_location_id Varchar2, reader_id Varchar2, row_limit Int32
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM (
  SELECT m.user_id
  FROM LO_USER_LOCATION m
JOIN LO_USER u ON u.user_id = m.user_id
WHERE m.location_id = :location_id
  AND EXISTS (
    SELECT 1
    FROM LO_USER_LOCATION o
    WHERE o.location_id = :reader_location_id
      AND o.user_id = :reader_id)
  ORDER BY u.user_name, m.user_id
  FETCH FIRST :row_limit ROWS ONLY
) m
JOIN LO_USER u ON u.user_id = m.user_id
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
ORDER BY u.user_name, m.user_id, l.location_id, r.role_name
/

-- outside of transactions: user_id Varchar2
SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
  l.location_id, r.role_name
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
WHERE u.user_id = :user_id
ORDER BY l.location_id, r.role_name
/

-- outside of transactions
SELECT user_id
FROM LO_USER
/

-- outside of transactions: issuer Varchar2, subject Varchar2
SELECT user_id
FROM OIDC_SUBJECT
WHERE issuer = :issuer
  AND subject = :subject
/

-- by Orleans: Address Varchar2, Port Int32, Generation Int32, DeploymentId Varchar2
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
  AND m.Address = :Address
  AND m.Port = :Port
  AND m.Generation = :Generation
WHERE v.DeploymentId = :DeploymentId
/

-- by Orleans: DeploymentId Varchar2
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
WHERE v.DeploymentId = :DeploymentId
/

-- outside of transactions: table_name Varchar2
SELECT v.table_version, c.alpha2, c.alpha3, c.numeric_code, c.country_name, c.official_name, c.region
FROM REFERENCE_VERSION v
LEFT JOIN COUNTRY c ON c.alpha2 IS NOT NULL
WHERE v.table_name = :table_name
ORDER BY c.alpha2
/

-- outside of transactions: table_name Varchar2
SELECT v.table_version, f.franchise_code, f.brand, f.code_start_date, f.certification_received,
  f.addendum_needed, f.form_2462, f.negotiated_addendum, f.notes
FROM REFERENCE_VERSION v
LEFT JOIN FRANCHISE f ON f.franchise_code IS NOT NULL
WHERE v.table_name = :table_name
ORDER BY f.franchise_code
/

-- outside of transactions: table_name Varchar2
SELECT v.table_version, n.naics_code, n.title
FROM REFERENCE_VERSION v
LEFT JOIN NAICS_CODE n ON n.naics_code IS NOT NULL
WHERE v.table_name = :table_name
ORDER BY n.naics_code
/

-- outside of transactions
UPDATE API_CLIENT
SET client_status = 'disabled'
WHERE client_status NOT IN ('active', 'disabled')
/

-- outside of transactions
UPDATE API_CLIENT
SET client_status = 'disabled', burst = 1
WHERE burst < 1 OR burst > 1000000
/

-- outside of transactions
UPDATE API_CLIENT
SET client_status = 'disabled', daily_quota = 1
WHERE daily_quota < 1
/

-- outside of transactions
UPDATE API_CLIENT
SET client_status = 'disabled', rate_per_second = 1
WHERE rate_per_second < 1 OR rate_per_second > 1000000
/

-- in a transaction: client_status Varchar2, client_id Varchar2
UPDATE API_CLIENT
SET client_status = :client_status
WHERE client_id = :client_id
/

-- in a transaction: rate_per_second Int32, burst Int32, daily_quota Int64, client_id Varchar2
UPDATE API_CLIENT
SET rate_per_second = :rate_per_second, burst = :burst, daily_quota = :daily_quota
WHERE client_id = :client_id
/

-- in a transaction: updated_at TimeStamp, client_id Varchar2
UPDATE API_CLIENT
SET version = version + 1, updated_at = :updated_at
WHERE client_id = :client_id
/

-- in a transaction: chain_position Int64, last_hash Varchar2, partition_no Int32
UPDATE AUDIT_HEAD
SET chain_position = :chain_position, last_hash = :last_hash
WHERE partition_no = :partition_no
/

-- in a transaction: partition_no Int32
UPDATE AUDIT_HEAD
SET chain_position = chain_position
WHERE partition_no = :partition_no
/

-- in a transaction: before_state Clob, after_state Clob, payload_digest Varchar2, member_salts Varchar2, change_id Varchar2
UPDATE AUDIT_RECORD
SET before_state = :before_state, after_state = :after_state, payload_digest = :payload_digest, member_salts = :member_salts
WHERE change_id = :change_id
/

-- in a transaction: ciphertext Varchar2, key_id Varchar2, client_id Varchar2
UPDATE CLIENT_KEY
SET ciphertext = :ciphertext
WHERE key_id = :key_id AND client_id = :client_id
/

-- in a transaction: revoked_at TimeStamp, client_id Varchar2, later_than TimeStamp
UPDATE CLIENT_KEY
SET revoked_at = :revoked_at
WHERE client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :later_than)
/

-- in a transaction: revoked_at TimeStamp, key_id Varchar2, client_id Varchar2, later_than TimeStamp
UPDATE CLIENT_KEY
SET revoked_at = :revoked_at
WHERE key_id = :key_id AND client_id = :client_id AND (revoked_at IS NULL OR revoked_at > :later_than)
/

-- in a transaction: state_json Clob, version Int64, updated_at TimeStamp, grain_id Varchar2, state_name Varchar2, expected_version Int64
UPDATE GRAIN_STATE
SET state_json = :state_json, version = :version, updated_at = :updated_at
WHERE grain_id = :grain_id AND state_name = :state_name AND version = :expected_version
/

-- in a transaction: resource_id Varchar2, etag Varchar2, response_body Clob, pruned Int16, client_id Varchar2, idempotency_key Varchar2
UPDATE IDEMPOTENCY_RECORD
SET resource_id = :resource_id, etag = :etag, response_body = :response_body, pruned = :pruned
WHERE client_id = :client_id AND idempotency_key = :idempotency_key
/

-- in a transaction: response_body Clob, client_id Varchar2, idempotency_key Varchar2, pruned Int16
UPDATE IDEMPOTENCY_RECORD
SET response_body = :response_body
WHERE client_id = :client_id AND idempotency_key = :idempotency_key AND pruned = :pruned
/

-- in a transaction: name Varchar2, document Clob, updated_at TimeStamp, version Int64, id Varchar2, expected_version Int64
UPDATE LO_RESOURCE
SET name = :name, document = :document, updated_at = :updated_at, version = :version
WHERE id = :id AND version = :expected_version
/

-- in a transaction
UPDATE MIGRATION_LOCK
SET lock_id = lock_id
WHERE lock_id = 1
/

-- in a transaction: revoked_at TimeStamp, key_id Varchar2
UPDATE OPERATOR_KEY
SET revoked_at = :revoked_at
WHERE key_id = :key_id AND revoked_at IS NULL
/

-- by Orleans: IAmAliveTime TimeStamp, DeploymentId Varchar2, Address Varchar2, Port Int32, Generation Int32
UPDATE OrleansMembershipTable
SET IAmAliveTime = :IAmAliveTime
WHERE DeploymentId = :DeploymentId
  AND Address = :Address
  AND Port = :Port
  AND Generation = :Generation
/

-- in a transaction: sba_loan_number Varchar2, open_loan_number Varchar2, program Varchar2, location_id Varchar2, amount_type Varchar2, prepayment_amount Decimal, payoff_date Date, notice_received_date Date, reason Varchar2, contact_name Varchar2, contact_phone Varchar2, contact_email Varchar2, escrow_company Varchar2, escrow_contact Varchar2, escrow_phone Varchar2, property_line1 Varchar2, property_line2 Varchar2, property_city Varchar2, property_state Varchar2, property_postal_code Varchar2, property_country Varchar2, mailing_line1 Varchar2, mailing_line2 Varchar2, mailing_city Varchar2, mailing_state Varchar2, mailing_postal_code Varchar2, mailing_country Varchar2, quote_principal Decimal, quote_interest Decimal, quote_fees Decimal, quote_premium Decimal, quote_total Decimal, quote_per_diem Decimal, quote_good_through Date, status Varchar2, updated_at TimeStamp, version Int64, id Varchar2, expected_version Int64
UPDATE PAYOFF
SET sba_loan_number = :sba_loan_number, open_loan_number = :open_loan_number, program = :program, location_id = :location_id, amount_type = :amount_type, prepayment_amount = :prepayment_amount, payoff_date = :payoff_date, notice_received_date = :notice_received_date, reason = :reason, contact_name = :contact_name, contact_phone = :contact_phone, contact_email = :contact_email, escrow_company = :escrow_company, escrow_contact = :escrow_contact, escrow_phone = :escrow_phone, property_line1 = :property_line1, property_line2 = :property_line2, property_city = :property_city, property_state = :property_state, property_postal_code = :property_postal_code, property_country = :property_country, mailing_line1 = :mailing_line1, mailing_line2 = :mailing_line2, mailing_city = :mailing_city, mailing_state = :mailing_state, mailing_postal_code = :mailing_postal_code, mailing_country = :mailing_country, quote_principal = :quote_principal, quote_interest = :quote_interest, quote_fees = :quote_fees, quote_premium = :quote_premium, quote_total = :quote_total, quote_per_diem = :quote_per_diem, quote_good_through = :quote_good_through, status = :status, updated_at = :updated_at, version = :version
WHERE id = :id AND version = :expected_version
/

-- in a transaction: table_name Varchar2
UPDATE REFERENCE_VERSION
SET table_version = table_version + 1
WHERE table_name = :table_name
/
