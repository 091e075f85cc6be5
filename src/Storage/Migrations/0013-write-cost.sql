-- Every payoff awaits its money on some date: with the random id in it, each insert touched another page of the index
-- where now those of a date follow each other. The few of one date are sorted by id when they are read.
DROP INDEX PAYOFF_EXPIRY_IX;

CREATE INDEX PAYOFF_EXPIRY_IX ON PAYOFF (status, payoff_date);

DROP INDEX PAYOFF_DATE_IX;

CREATE INDEX PAYOFF_DATE_IX ON PAYOFF (location_id, payoff_date);
