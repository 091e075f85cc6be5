-- What a client may hold, said to the database too. A row that breaks a rule counted as disabled already; it is made one
-- that says so. SQLite cannot add a constraint to a table: there the code alone judges (ClientRow).
UPDATE API_CLIENT
SET client_status = 'disabled'
WHERE client_status NOT IN ('active', 'disabled');

UPDATE API_CLIENT
SET client_status = 'disabled', rate_per_second = 1
WHERE rate_per_second < 1 OR rate_per_second > 1000000;

UPDATE API_CLIENT
SET client_status = 'disabled', burst = 1
WHERE burst < 1 OR burst > 1000000;

UPDATE API_CLIENT
SET client_status = 'disabled', daily_quota = 1
WHERE daily_quota < 1;

ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_STATUS_CK CHECK (client_status IN ('active', 'disabled'));

ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_RATE_CK CHECK (rate_per_second BETWEEN 1 AND 1000000);

ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_BURST_CK CHECK (burst BETWEEN 1 AND 1000000);

ALTER TABLE API_CLIENT ADD CONSTRAINT API_CLIENT_QUOTA_CK CHECK (daily_quota >= 1);
