using System.Data.Common;
using LoApi.Storage.Dialects;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

/// <summary>
/// Copies SQLite's write-ahead log into the database beside the writer, so that no commit has to do all of it. A log that
/// is copied to its end begins anew, and under load a copy never reaches the end by itself: once the log is long, the
/// little that came in between is copied in the writer's turn, and before that the disk is given all the rest, because
/// the last copy waits for whatever of the database it does not have. Other databases see to this themselves.
/// </summary>
internal sealed class SqliteCheckpoints(Database database, TimeProvider time, ILogger<SqliteCheckpoints> logger) : BackgroundService
{
    private const int LongLogPages = 16 * 1024; // 64 MiB

    // The writer waits for what is copied in its turn.
    private const int FewPages = 512;
    private const int MaxPasses = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private bool _fails;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Dialect.Provider is StorageProvider.Sqlite)
        {
            using var thread = new SingleThreadScheduler("SQLite checkpoints");
            await thread.RunAsync(() => KeepCopyingAsync(stoppingToken));
        }
    }

    private async Task KeepCopyingAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await TryCheckpointAsync();
        }
    }

    /// <summary>As <see cref="CheckpointAsync"/>; says once that it fails, and once that it does no longer.</summary>
    internal async Task TryCheckpointAsync()
    {
        try
        {
            await CheckpointAsync();
        }
        catch (Exception exception)
        {
            // Whatever it is: the writer copies the log where it grows too long, and this is nothing to end a process for.
            if (!_fails)
            {
                Log.CheckpointFailed(logger, exception);
            }

            _fails = true;
            return;
        }

        if (_fails)
        {
            Log.CheckpointsAgain(logger);
        }

        _fails = false;
    }

    /// <summary>Copies the log; a long one to its very end, so that the next write begins it anew.</summary>
    internal async Task CheckpointAsync()
    {
        if (await CopyBesideWriterAsync())
        {
            await using var writer = await database.OpenToWriteAsync();
            await CopyAsync(writer.Connection);
            writer.IsSound = true;
        }
    }

    /// <summary>Copies until little comes in meanwhile; whether the log is long and something of it was left.</summary>
    private async Task<bool> CopyBesideWriterAsync()
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var before = 0L;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var (pages, copied) = await CopyAsync(connection);
            if (pages < LongLogPages || (pages == before && pages == copied))
            {
                return false;
            }

            if (pages - before < FewPages)
            {
                break;
            }

            before = pages;
            SqliteFile.Sync(((SqliteConnection)connection).Handle!);
        }

        return true;
    }

    /// <summary>Copies what it can without waiting for anybody; answers how many pages the log has, and how many of them are copied.</summary>
    private static async Task<(long Pages, long Copied)> CopyAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(1), row.GetInt64(2));
    }
}
