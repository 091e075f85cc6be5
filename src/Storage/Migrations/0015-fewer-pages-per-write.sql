-- Lists are confined to the user's locations and sorted when they are read, so what an index has after the members that
-- rows are found by only makes its pages fill up sooner. One index answers for what three did: whatever of a location's
-- payoffs is asked for, the others are passed over within the index.
DROP INDEX PAYOFF_STATUS_IX;

DROP INDEX PAYOFF_DATE_IX;

DROP INDEX PAYOFF_LOCATION_IX;

CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at, status, payoff_date);

DROP INDEX PAYOFF_REQUESTED_BY_IX;

CREATE INDEX PAYOFF_REQUESTED_BY_IX ON PAYOFF (requested_by);

DROP INDEX PAYOFF_LOAN_IX;

CREATE INDEX PAYOFF_LOAN_IX ON PAYOFF (sba_loan_number);

-- A resource has few records.
DROP INDEX AUDIT_RECORD_RESOURCE_IX;

CREATE INDEX AUDIT_RECORD_RESOURCE_IX ON AUDIT_RECORD (resource_id);
