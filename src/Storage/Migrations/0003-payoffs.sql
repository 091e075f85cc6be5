-- Payoffs. No foreign keys to locations and users: those may be views.
-- open_loan_number repeats the loan number while the payoff is open and is empty afterwards: unique indexes pass over
-- empty values in every database, so one loan has one open payoff at most.
CREATE TABLE PAYOFF (
  id {uuid} NOT NULL,
  sba_loan_number {text:10} NOT NULL,
  open_loan_number {text:10},
  program {text:10} NOT NULL,
  location_id {text:7} NOT NULL,
  requested_by {text:20} NOT NULL,
  amount_type {text:10} NOT NULL,
  prepayment_amount {money},
  payoff_date {date} NOT NULL,
  notice_received_date {date},
  reason {text:20} NOT NULL,
  contact_name {text:100} NOT NULL,
  contact_phone {text:30} NOT NULL,
  contact_email {text:254} NOT NULL,
  escrow_company {text:100},
  escrow_contact {text:100},
  escrow_phone {text:30},
  property_line1 {text:100},
  property_line2 {text:100},
  property_city {text:60},
  property_state {text:40},
  property_postal_code {text:12},
  property_country {text:2},
  mailing_line1 {text:100},
  mailing_line2 {text:100},
  mailing_city {text:60},
  mailing_state {text:40},
  mailing_postal_code {text:12},
  mailing_country {text:2},
  quote_principal {money},
  quote_interest {money},
  quote_fees {money},
  quote_premium {money},
  quote_total {money},
  quote_per_diem {money},
  quote_good_through {date},
  status {text:20} NOT NULL,
  created_at {instant} NOT NULL,
  updated_at {instant} NOT NULL,
  version {long} NOT NULL,
  CONSTRAINT PAYOFF_PK PRIMARY KEY (id),
  CONSTRAINT PAYOFF_OPEN_UK UNIQUE (open_loan_number)
);

CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at DESC, id);

-- The answers to writes, by the caller's key.
CREATE TABLE IDEMPOTENCY_RECORD (
  client_id {text:100} NOT NULL,
  idempotency_key {text:255} NOT NULL,
  fingerprint {text:64} NOT NULL,
  resource_type {text:40} NOT NULL,
  resource_id {text:100} NOT NULL,
  http_status {int} NOT NULL,
  etag {text:100} NOT NULL,
  response_body {clob} NOT NULL,
  created_at {instant} NOT NULL,
  CONSTRAINT IDEMPOTENCY_RECORD_PK PRIMARY KEY (client_id, idempotency_key)
);

CREATE INDEX IDEMPOTENCY_RECORD_AGE_IX ON IDEMPOTENCY_RECORD (created_at);
