-- Locations, users and loans. LoApi only reads them; where another system keeps them, views of these names stand in.
CREATE TABLE LO_LOCATION (
  location_id {text:7} NOT NULL,
  partner_name {text:100} NOT NULL,
  location_name {text:100} NOT NULL,
  location_type {text:20} NOT NULL,
  line1 {text:100} NOT NULL,
  line2 {text:100},
  city {text:60} NOT NULL,
  state_code {text:40} NOT NULL,
  postal_code {text:12} NOT NULL,
  country_code {text:2} NOT NULL,
  phone {text:30},
  active {bool} NOT NULL,
  CONSTRAINT LO_LOCATION_PK PRIMARY KEY (location_id),
  CONSTRAINT LO_LOCATION_ACTIVE_CK CHECK (active IN (0, 1))
);

CREATE TABLE LO_USER (
  user_id {text:20} NOT NULL,
  user_name {text:100} NOT NULL,
  first_name {text:60} NOT NULL,
  last_name {text:60} NOT NULL,
  email {text:254},
  phone {text:30},
  active {bool} NOT NULL,
  CONSTRAINT LO_USER_PK PRIMARY KEY (user_id),
  CONSTRAINT LO_USER_ACTIVE_CK CHECK (active IN (0, 1))
);

CREATE TABLE LO_USER_LOCATION (
  user_id {text:20} NOT NULL,
  location_id {text:7} NOT NULL,
  CONSTRAINT LO_USER_LOCATION_PK PRIMARY KEY (user_id, location_id),
  CONSTRAINT LO_USER_LOCATION_USER_FK FOREIGN KEY (user_id) REFERENCES LO_USER (user_id),
  CONSTRAINT LO_USER_LOCATION_LOC_FK FOREIGN KEY (location_id) REFERENCES LO_LOCATION (location_id)
);

CREATE INDEX LO_USER_LOCATION_LOC_IX ON LO_USER_LOCATION (location_id, user_id);

CREATE TABLE LO_USER_ROLE (
  user_id {text:20} NOT NULL,
  location_id {text:7} NOT NULL,
  role_name {text:40} NOT NULL,
  CONSTRAINT LO_USER_ROLE_PK PRIMARY KEY (user_id, location_id, role_name),
  CONSTRAINT LO_USER_ROLE_FK FOREIGN KEY (user_id, location_id) REFERENCES LO_USER_LOCATION (user_id, location_id)
);

CREATE TABLE LOAN (
  sba_loan_number {text:10} NOT NULL,
  location_id {text:7} NOT NULL,
  program {text:10} NOT NULL,
  CONSTRAINT LOAN_PK PRIMARY KEY (sba_loan_number),
  CONSTRAINT LOAN_LOCATION_FK FOREIGN KEY (location_id) REFERENCES LO_LOCATION (location_id)
);

CREATE INDEX LOAN_LOCATION_IX ON LOAN (location_id);
