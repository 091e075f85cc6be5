using System.Data.Common;
using LoApi.Errors;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

/// <summary>
/// Copies SQLite's write-ahead log into the database beside the writer, so that no commit has to do all of it. A log that
/// is copied to its end begins anew, and under load a copy never reaches the end by itself: the little that came in
/// between is copied in the writer's turn. Other databases see to this themselves.
/// </summary>
internal sealed class SqliteCheckpoints(Database database, TimeProvider time, ILogger<SqliteCheckpoints> logger) : BackgroundService
{
    private const int WorthwhilePages = 1024; // 4 MiB

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Dialect.Provider is not StorageProvider.Sqlite)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await CheckpointAsync();
            }
            catch (Exception exception) when (exception is DbException or OverloadedException)
            {
                Log.CheckpointFailed(logger, exception); // The writer does it, once the log has grown too long.
            }
        }
    }

    /// <summary>Copies the log to its end, if it is worth while.</summary>
    internal async Task CheckpointAsync()
    {
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            if (await CopyAsync(connection) < WorthwhilePages)
            {
                return;
            }
        }

        await using var writer = await database.OpenToWriteAsync();
        await CopyAsync(writer.Connection);
        writer.IsSound = true;
    }

    /// <summary>Copies what it can without waiting for anybody; answers how many pages the log has.</summary>
    private static async Task<long> CopyAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return row.GetInt64(1);
    }
}
