-- Lists of payoffs by another member than the time of creation: confined to locations first, the id breaks ties.
CREATE INDEX PAYOFF_DATE_IX ON PAYOFF (location_id, payoff_date, id);

CREATE INDEX PAYOFF_STATUS_IX ON PAYOFF (location_id, status, created_at DESC, id);

CREATE INDEX PAYOFF_REQUESTED_BY_IX ON PAYOFF (requested_by, created_at DESC, id);

CREATE INDEX PAYOFF_LOAN_IX ON PAYOFF (sba_loan_number, created_at DESC, id);
