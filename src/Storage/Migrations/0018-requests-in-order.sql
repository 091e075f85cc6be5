-- Callers choose the ids of their requests: one may have any number of records, and a page of them is read in order.
DROP INDEX AUDIT_RECORD_REQUEST_IX;

CREATE INDEX AUDIT_RECORD_REQUEST_IX ON AUDIT_RECORD (request_id, occurred_at DESC, change_id);
