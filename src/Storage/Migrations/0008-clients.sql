-- App servers that may call. Their keys stand here encrypted: see docs/clients.md.
CREATE TABLE API_CLIENT (
  client_id {text:40} NOT NULL,
  client_name {text:100} NOT NULL,
  client_status {text:20} NOT NULL,
  rate_per_second {int} NOT NULL,
  burst {int} NOT NULL,
  daily_quota {long},
  oidc_audience {text:255},
  created_at {instant} NOT NULL,
  updated_at {instant} NOT NULL,
  version {long} NOT NULL,
  CONSTRAINT API_CLIENT_PK PRIMARY KEY (client_id)
);

CREATE TABLE CLIENT_SCOPE (
  client_id {text:40} NOT NULL,
  scope_name {text:40} NOT NULL,
  CONSTRAINT CLIENT_SCOPE_PK PRIMARY KEY (client_id, scope_name),
  CONSTRAINT CLIENT_SCOPE_CLIENT_FK FOREIGN KEY (client_id) REFERENCES API_CLIENT (client_id)
);

CREATE TABLE CLIENT_KEY (
  key_id {text:60} NOT NULL,
  client_id {text:40} NOT NULL,
  ciphertext {text:200} NOT NULL,
  created_at {instant} NOT NULL,
  not_before {instant},
  revoked_at {instant},
  CONSTRAINT CLIENT_KEY_PK PRIMARY KEY (key_id),
  CONSTRAINT CLIENT_KEY_CLIENT_FK FOREIGN KEY (client_id) REFERENCES API_CLIENT (client_id)
);

CREATE INDEX CLIENT_KEY_CLIENT_IX ON CLIENT_KEY (client_id);

-- Which user a subject of an identity provider is. No foreign key to users: those may be a view.
CREATE TABLE OIDC_SUBJECT (
  issuer {text:255} NOT NULL,
  subject {text:255} NOT NULL,
  user_id {text:20} NOT NULL,
  CONSTRAINT OIDC_SUBJECT_PK PRIMARY KEY (issuer, subject)
);
