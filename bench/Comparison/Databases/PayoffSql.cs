namespace LoApi.Comparison.Databases;

/// <summary>The rows of a created payoff, as a database that does nothing else would insert them: the payoff, its answer, its token and its audit record.</summary>
internal static class PayoffSql
{
    /// <summary>An answer as long as those of the services.</summary>
    public static readonly string Body = new('x', 520);

    public static readonly string[] Columns =
    [
        "id", "sba_loan_number", "open_loan_number", "program", "location_id", "requested_by", "amount_type", "payoff_date", "reason",
        "contact_name", "contact_phone", "contact_email", "status", "created_at", "updated_at", "version",
    ];

    /// <summary>Four statements; <paramref name="n"/> is the number of the payoff and <paramref name="id"/> a random text of 36 characters.</summary>
    public static string[] Inserts(string n, string id, string now, string from) =>
    [
        $"""
        INSERT INTO PAYOFF ({string.Join(", ", Columns)})
        SELECT {id}, {n}, {n}, '7a', '1', '1', 'full', '2030-01-15', 'refinance', 'Pat Doe', '202-555-0142', 'pat@example.com', 'received', {now}, {now}, 1
        {from}
        """,
        $"""
        INSERT INTO IDEMPOTENCY_RECORD (client_id, idempotency_key, fingerprint, resource_type, resource_id, http_status, etag, response_body, created_at)
        SELECT 'bench', {id}, {id}, 'payoff', {id}, 201, '1', '{Body}', {now}
        {from}
        """,
        $"""
        INSERT INTO SPENT_TOKEN (token_id, fingerprint, expires_at)
        SELECT {id}, {id}, {now}
        {from}
        """,
        $"""
        INSERT INTO AUDIT_OUTBOX (partition_no, order_no, change_id, record_kind, outcome, outcome_code, occurred_at, client_id, user_id, location_id,
          http_method, request_path, resource_type, resource_id, version_after, after_state, request_id, payload_digest)
        SELECT 0, 1, {id}, 'change', 'success', 'created', {now}, 'bench', '1', '1', 'POST', '/api/v1/payoffs', 'payoff', {id}, 1, '{Body}', {id}, {id}
        {from}
        """,
    ];
}
