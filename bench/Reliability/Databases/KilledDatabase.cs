using System.Data.Common;

namespace LoApi.Reliability.Databases;

/// <summary>A database of a run's own, looked into behind the service's back.</summary>
internal abstract class KilledDatabase : IAsyncDisposable
{
    /// <summary>The service's name for the kind of database.</summary>
    public abstract string Provider { get; }

    /// <summary>How the service reaches it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Whether there is a server that can be killed.</summary>
    public abstract bool HasServer { get; }

    /// <summary>Kills the server, all of its processes at once.</summary>
    public abstract Task KillAsync();

    /// <summary>Starts the server again.</summary>
    public abstract Task StartAsync();

    /// <summary>Every payoff.</summary>
    public Task<List<StoredPayoff>> PayoffsAsync() => ReadAsync(
        """
        SELECT id, sba_loan_number, status, contact_name, version
        FROM PAYOFF
        """,
        row => new StoredPayoff(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)));

    /// <summary>Every recorded answer.</summary>
    public Task<List<StoredAnswer>> AnswersAsync() => ReadAsync(
        """
        SELECT idempotency_key, resource_id, http_status, etag
        FROM IDEMPOTENCY_RECORD
        """,
        row => new StoredAnswer(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3)));

    /// <summary>Every change of a payoff that the audit log or its outbox holds, in one look: records move from one to the other.</summary>
    public Task<List<StoredChange>> ChangesAsync() => ReadAsync(
        """
        SELECT resource_id, version_after
        FROM AUDIT_OUTBOX
        WHERE record_kind = 'change' AND resource_type = 'payoff'
        UNION ALL
        SELECT resource_id, version_after
        FROM AUDIT_RECORD
        WHERE record_kind = 'change' AND resource_type = 'payoff'
        """,
        row => new StoredChange(Guid.Parse(row.GetString(0)), row.GetInt64(1)));

    /// <summary>How many audit records wait to be chained.</summary>
    public async Task<int> WaitingAsync() => (await ReadAsync("SELECT change_id FROM AUDIT_OUTBOX", _ => 0)).Count;

    /// <summary>Lifts the limits of all clients: the load is to be as high as it can be.</summary>
    public async Task LiftLimitsAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE API_CLIENT SET rate_per_second = 1000000, burst = 1000000";
        await command.ExecuteNonQueryAsync();
    }

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> map)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(map(reader));
        }

        return rows;
    }
}
