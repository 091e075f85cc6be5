-- Reference data. A version counts the imports of its table, so that a process that holds a copy can tell that it is stale.
CREATE TABLE REFERENCE_VERSION (
  table_name {text:30} NOT NULL,
  table_version {long} NOT NULL,
  CONSTRAINT REFERENCE_VERSION_PK PRIMARY KEY (table_name)
);

INSERT INTO REFERENCE_VERSION (table_name, table_version) VALUES ('countries', 0);

CREATE TABLE COUNTRY (
  alpha2 {text:2} NOT NULL,
  alpha3 {text:3} NOT NULL,
  numeric_code {text:3} NOT NULL,
  country_name {text:100} NOT NULL,
  official_name {text:150} NOT NULL,
  region {text:40},
  CONSTRAINT COUNTRY_PK PRIMARY KEY (alpha2),
  CONSTRAINT COUNTRY_ALPHA3_UK UNIQUE (alpha3),
  CONSTRAINT COUNTRY_NUMERIC_UK UNIQUE (numeric_code)
);
