-- The keys by which operators sign in at /ops. Of a key only the SHA-256 is here: it is random, and is not guessed.
CREATE TABLE OPERATOR_KEY (
  key_id {text:16} NOT NULL,
  operator_name {text:60} NOT NULL,
  key_hash {text:64} NOT NULL,
  created_at {instant} NOT NULL,
  expires_at {instant},
  revoked_at {instant},
  CONSTRAINT OPERATOR_KEY_PK PRIMARY KEY (key_id)
);

CREATE INDEX OPERATOR_KEY_NAME_IX ON OPERATOR_KEY (operator_name);

-- Whoever has the id of a request finds what was recorded of it. Ids that the service gives begin with the time, so that
-- new ones stand beside each other.
CREATE INDEX AUDIT_RECORD_REQUEST_IX ON AUDIT_RECORD (request_id);

-- What may be counted and charted, without personal data: see docs/statistics.md. To be read only.
CREATE VIEW STAT_USER AS
SELECT u.user_id, u.active, l.location_id, r.role_name
FROM LO_USER u
LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id;

CREATE VIEW STAT_LOCATION AS
SELECT location_id, partner_name, location_name, location_type, city, state_code, country_code, active
FROM LO_LOCATION;

CREATE VIEW STAT_CLIENT AS
SELECT client_id, client_name, client_status, rate_per_second, burst, daily_quota, created_at, updated_at
FROM API_CLIENT;

--! Sqlite
CREATE VIEW STAT_PAYOFF AS
SELECT id, sba_loan_number, program, location_id, requested_by, amount_type, prepayment_amount, payoff_date,
  substr(payoff_date, 1, 7) AS payoff_month, reason, quote_total, status, created_at,
  substr(created_at, 1, 7) AS created_month, substr(created_at, 1, 10) AS created_day, updated_at, version
FROM PAYOFF;

CREATE VIEW STAT_REQUEST AS
SELECT change_id, record_kind, outcome, outcome_code, occurred_at,
  substr(occurred_at, 1, 7) AS occurred_month, substr(occurred_at, 1, 10) AS occurred_day,
  client_id, user_id, location_id, http_method, resource_type, resource_id, request_id, trace_id
FROM AUDIT_RECORD;

--! PostgreSql
CREATE VIEW STAT_PAYOFF AS
SELECT id, sba_loan_number, program, location_id, requested_by, amount_type, prepayment_amount, payoff_date,
  to_char(payoff_date, 'YYYY-MM') AS payoff_month, reason, quote_total, status, created_at,
  to_char(created_at, 'YYYY-MM') AS created_month, to_char(created_at, 'YYYY-MM-DD') AS created_day, updated_at, version
FROM PAYOFF;

CREATE VIEW STAT_REQUEST AS
SELECT change_id, record_kind, outcome, outcome_code, occurred_at,
  to_char(occurred_at, 'YYYY-MM') AS occurred_month, to_char(occurred_at, 'YYYY-MM-DD') AS occurred_day,
  client_id, user_id, location_id, http_method, resource_type, resource_id, request_id, trace_id
FROM AUDIT_RECORD;

--! Oracle
CREATE VIEW STAT_PAYOFF AS
SELECT id, sba_loan_number, program, location_id, requested_by, amount_type, prepayment_amount, payoff_date,
  TO_CHAR(payoff_date, 'YYYY-MM') AS payoff_month, reason, quote_total, status, created_at,
  TO_CHAR(created_at, 'YYYY-MM') AS created_month, TO_CHAR(created_at, 'YYYY-MM-DD') AS created_day, updated_at, version
FROM PAYOFF;

CREATE VIEW STAT_REQUEST AS
SELECT change_id, record_kind, outcome, outcome_code, occurred_at,
  TO_CHAR(occurred_at, 'YYYY-MM') AS occurred_month, TO_CHAR(occurred_at, 'YYYY-MM-DD') AS occurred_day,
  client_id, user_id, location_id, http_method, resource_type, resource_id, request_id, trace_id
FROM AUDIT_RECORD;
