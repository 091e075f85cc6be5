using System.Data.Common;
using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>What PostgreSQL is told so that it reads as the tables here are used.</summary>
public sealed class PostgreSqlPlanTests(PostgreSqlTestDatabase database) : IClassFixture<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task Outbox_ThroughWhichMuchHasGone_IsReadByItsIndex()
    {
        await using var host = database.Open(null);
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO AUDIT_OUTBOX (partition_no, order_no, change_id, record_kind, outcome, outcome_code, occurred_at, client_id, request_id, after_state)
            SELECT n % 4, 1, md5(n::text), 'change', 'success', 'created', now(), 'client', 'request', repeat('x', 500) FROM generate_series(1, 8000) n;
            DELETE FROM AUDIT_OUTBOX WHERE change_id NOT IN (SELECT md5(n::text) FROM generate_series(1, 100) n)
            """;
        await command.ExecuteNonQueryAsync();

        command.CommandText =
            """
            EXPLAIN SELECT order_no, change_id, after_state
            FROM AUDIT_OUTBOX
            WHERE partition_no = 1
            ORDER BY order_no, change_id
            FETCH FIRST 128 ROWS ONLY
            """;
        await AssertOrderedByAsync(command, "audit_outbox_pk");
    }

    [Fact]
    public async Task Records_OfARequestIdThatACallerUsesAgainAndAgain_AreReadInOrder()
    {
        await using var host = database.Open(null);
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO AUDIT_RECORD (change_id, partition_no, chain_position, record_kind, outcome, outcome_code, occurred_at, client_id, request_id, chained_at, key_id, previous_hash, record_hash)
            SELECT md5(n::text), 0, n, 'read', 'success', 'read', timestamptz '2026-01-01Z' + n * interval '1 s', 'client', CASE n % 2 WHEN 0 THEN 'mine' ELSE n::text END, now(), 'key', 'h', 'h'
            FROM generate_series(1, 8000) n;
            ANALYZE AUDIT_RECORD
            """;
        await command.ExecuteNonQueryAsync();

        command.CommandText =
            """
            EXPLAIN SELECT change_id
            FROM AUDIT_RECORD
            WHERE chain_position > 0 AND request_id = 'mine'
            ORDER BY occurred_at DESC, change_id
            FETCH FIRST 100 ROWS ONLY
            """;
        await AssertOrderedByAsync(command, "audit_record_request_ix");
    }

    [Theory]
    [InlineData("", "1.1")]
    [InlineData(";Options=-c random_page_cost=2.5", "2.5")]
    public async Task PageCost_IsThatOfADiskWithoutHeads_UnlessConfigured(string configured, string expected)
    {
        await using var host = database.Open(database.Host.ConnectionString + configured, time: null);
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "SHOW random_page_cost";
        Assert.Equal(expected, await command.ExecuteScalarAsync());
    }
    [Fact]
    public async Task Answers_AmongManyTombstones_AreErasedWithoutReadingThose()
    {
        await using var host = database.Open(null);
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO IDEMPOTENCY_RECORD (client_id, idempotency_key, fingerprint, resource_type, resource_id, http_status, etag, response_body, created_at, pruned)
            SELECT 'client', n::text, 'f', 'payoff', CASE WHEN n <= 50 THEN n::text ELSE '-' END, 201, '-', 'null', now(), CASE WHEN n <= 50 THEN 0 ELSE 1 END
            FROM generate_series(1, 20000) n;
            ANALYZE IDEMPOTENCY_RECORD
            """;
        await command.ExecuteNonQueryAsync();

        var sql = AuditErasure.AnswersSql.Replace(":pruned", "0", StringComparison.Ordinal)
            .Replace(":resource_id", "'7'", StringComparison.Ordinal)
            .Replace(":resource_type", "'payoff'", StringComparison.Ordinal);
        command.CommandText = $"EXPLAIN {sql}";

        Assert.Contains(await PlanAsync(command), line => line.Contains("Index Scan using idempotency_record_prune_ix", StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(DbCommand explain)
    {
        var plan = new List<string>();
        await using var lines = await explain.ExecuteReaderAsync();
        while (await lines.ReadAsync())
        {
            plan.Add(lines.GetString(0));
        }

        return plan;
    }

    private static async Task AssertOrderedByAsync(DbCommand explain, string index)
    {
        var plan = await PlanAsync(explain);
        Assert.Contains(plan, line => line.Contains($"Index Scan using {index}", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }
}
