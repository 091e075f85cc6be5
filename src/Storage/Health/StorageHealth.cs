using System.Data.Common;
using Dapper;
using LoApi.Errors;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Health;

/// <summary>Whether the database answers.</summary>
public sealed class StorageHealth
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<StorageHealth> _logger;

    internal StorageHealth(Database database, TimeProvider time, ILogger<StorageHealth> logger)
    {
        _database = database;
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// Asks for a row of the migrations' history, so that a database without a schema is none; false where no answer
    /// comes within <see cref="StorageOptions.HealthTimeoutSeconds"/>. Does not wait for a free reader.
    /// </summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellation = default)
    {
        var timeout = TimeSpan.FromSeconds(_database.Options.HealthTimeoutSeconds);
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            // A driver may block its caller (SQLite's always does) or overlook the token: the deadline holds anyway.
            return await Task.Run(() => AskAsync(either.Token), either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception) when (exception is DbException or DatabaseUnavailableException or OperationCanceledException or TimeoutException)
        {
            cancellation.ThrowIfCancellationRequested();
            Log.Unreachable(_logger, exception);
            return false;
        }
    }

    private async Task<bool> AskAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        var migrations = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            SELECT COUNT(*)
            FROM SCHEMA_MIGRATION
            """,
            commandTimeout: _database.Options.HealthTimeoutSeconds,
            cancellationToken: cancellation));
        return migrations > 0;
    }
}
