-- A user's payoffs are asked for within the user's locations, whose index passes over those of others.
DROP INDEX PAYOFF_REQUESTED_BY_IX;

DROP INDEX PAYOFF_LOCATION_IX;

CREATE INDEX PAYOFF_LOCATION_IX ON PAYOFF (location_id, created_at, status, payoff_date, requested_by);
