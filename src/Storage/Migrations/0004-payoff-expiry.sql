-- The sweep that expires payoffs looks for statuses before a date, whatever the location.
CREATE INDEX PAYOFF_EXPIRY_IX ON PAYOFF (status, payoff_date, id);
