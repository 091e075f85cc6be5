-- The documents that clients keep. RESOURCE is a reserved word of Oracle.
CREATE TABLE LO_RESOURCE (
  id {uuid} NOT NULL,
  client_id {text:100} NOT NULL,
  name {text:100} NOT NULL,
  document {clob} NOT NULL,
  created_at {instant} NOT NULL,
  updated_at {instant} NOT NULL,
  version {long} NOT NULL,
  CONSTRAINT LO_RESOURCE_PK PRIMARY KEY (id)
);

-- Lists are confined to a client first; the id breaks ties.
CREATE INDEX LO_RESOURCE_CREATED_IX ON LO_RESOURCE (client_id, created_at DESC, id);

CREATE INDEX LO_RESOURCE_NAME_IX ON LO_RESOURCE (client_id, name, id);
