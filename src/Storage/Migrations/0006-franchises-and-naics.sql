-- The other tables of reference data.
INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('franchises', 0);
INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('naics-codes', 0);

CREATE TABLE FRANCHISE (
  franchise_code {text:10} NOT NULL,
  brand {text:200} NOT NULL,
  code_start_date {date},
  certification_received {bool} NOT NULL,
  addendum_needed {bool} NOT NULL,
  form_2462 {bool} NOT NULL,
  negotiated_addendum {bool} NOT NULL,
  notes {text:1000},
  CONSTRAINT FRANCHISE_PK PRIMARY KEY (franchise_code)
);

-- Level, parent and sector follow from the code.
CREATE TABLE NAICS_CODE (
  naics_code {text:6} NOT NULL,
  title {text:200} NOT NULL,
  CONSTRAINT NAICS_CODE_PK PRIMARY KEY (naics_code)
);
