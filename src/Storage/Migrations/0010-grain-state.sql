-- State of grains that is no business data, such as how much of a client's daily quota is used.
CREATE TABLE GRAIN_STATE (
  grain_id {text:200} NOT NULL,
  state_name {text:60} NOT NULL,
  state_json {clob} NOT NULL,
  version {long} NOT NULL,
  updated_at {instant} NOT NULL,
  CONSTRAINT GRAIN_STATE_PK PRIMARY KEY (grain_id, state_name)
);
