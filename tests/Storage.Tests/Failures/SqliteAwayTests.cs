using System.Diagnostics.Metrics;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Dialects;
using LoApi.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Tests.Failures;

/// <summary>What happens without the file.</summary>
public sealed class SqliteAwayTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("loapi-storage-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task EveryCall_WithoutTheFile_SaysSoAndDoesNotMakeOne()
    {
        var file = Path.Combine(_directory, "gone.db");
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={file}");

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Payoffs.FindAsync(Guid.NewGuid()));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
        Assert.False(await host.Health.IsReachableAsync());
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_AfterTheFileWasReplaced_GoesIntoTheNewOne(bool noticed)
    {
        var file = Path.Combine(_directory, "moved.db");
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={file}");
        await host.Migrator.MigrateAsync();
        var (before, between, after) = (Sample.Payoff(), Sample.Payoff(), Sample.Payoff());
        Assert.Equal(WriteResult.Committed, await WriteAsync(before));

        foreach (var part in Directory.EnumerateFiles(_directory))
        {
            File.Delete(part);
        }

        if (noticed)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => WriteAsync(between));
            Assert.False(File.Exists(file));
        }

        await host.Migrator.MigrateAsync();
        Assert.Equal(WriteResult.Committed, await WriteAsync(after));
        await using var other = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={file}");
        foreach (var reader in new[] { host, other })
        {
            Assert.Null(await reader.Payoffs.FindAsync(before.Id!.Value));
            Assert.Equal(after, await reader.Payoffs.FindAsync(after.Id!.Value));
        }

        Task<WriteResult> WriteAsync(Payoff payoff) => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff)));
    }

    [Fact]
    public async Task Find_InAFileThatIsNoDatabase_SaysSo()
    {
        var file = Path.Combine(_directory, "text.db");
        await File.WriteAllTextAsync(file, new string('x', 8192));
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={file}");

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Payoffs.FindAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Write_WithAnotherProcessHoldingTheFile_GivesUpInTime()
    {
        var connectionString = $"Data Source={Path.Combine(_directory, "held.db")}";
        await using var holder = StorageHost.Create(StorageProvider.Sqlite, connectionString);
        await holder.Migrator.MigrateAsync();
        await using var host = StorageHost.Create(StorageProvider.Sqlite, connectionString, null, ("CommandTimeoutSeconds", "1"));
        var payoff = Sample.Payoff();

        await using (await WriteBarrier.RaiseAsync(holder))
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));

            // Readers are not kept out.
            Assert.Null(await host.Payoffs.FindAsync(payoff.Id!.Value));
        }

        Assert.Equal(WriteResult.Committed, await host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
    }

    [Fact]
    public async Task WriteBatch_WhoseTurnDoesNotCome_IsRefusedWithoutWaitingAgain()
    {
        await using var host = StorageHost.Create(
            StorageProvider.Sqlite, $"Data Source={Path.Combine(_directory, "turn.db")}", null, ("CommandTimeoutSeconds", "1"));
        await host.Migrator.MigrateAsync();
        using var logs = new CapturedLogs(LogLevel.Trace);
        var commit = new BatchCommit(host.Database, new AuditSignal(), TimeProvider.System, logs.CreateLogger("writer"));
        PendingWrite[] batch =
        [
            .. Enumerable.Range(0, 2).Select(_ => new PendingWrite(Sample.Changes(new PayoffInsert(Sample.Payoff())), submittedAt: 0)),
        ];

        await using (await host.Database.OpenToWriteAsync())
        {
            await Assert.ThrowsAsync<OverloadedException>(() => commit.WriteAsync(batch));
        }

        Assert.Empty(logs.Entries); // Nothing was replayed.
    }

    [Fact]
    public async Task Checkpoint_WithoutTheFile_IsLoggedOnceUntilItIsBack()
    {
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={Path.Combine(_directory, "late.db")}");
        using var logs = new CapturedLogs(LogLevel.Information);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        using var checkpoints = new SqliteCheckpoints(host.Database, TimeProvider.System, factory.CreateLogger<SqliteCheckpoints>());

        for (var i = 0; i < 3; i++)
        {
            await checkpoints.TryCheckpointAsync();
        }

        Assert.Equal([LogLevel.Warning], logs.Entries.Select(entry => entry.Level));
        await host.Migrator.MigrateAsync();
        for (var i = 0; i < 3; i++)
        {
            await checkpoints.TryCheckpointAsync();
        }

        Assert.Equal([LogLevel.Warning, LogLevel.Information], logs.Entries.Select(entry => entry.Level));
    }

    [Fact]
    public async Task Errors_OfReadsAndWrites_AreMeasuredByTheirKind()
    {
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={Path.Combine(_directory, "none", "errors.db")}");
        using var instruments = new Instruments(host.Meters);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Payoffs.FindAsync(Guid.NewGuid()));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));

        Assert.Equal(["unavailable"], instruments.Of("loapi.storage.errors").Select(error => error.Tags["error.type"]).Distinct());
        Assert.Equal([1], instruments.Of("loapi.storage.batch.size").Select(batch => batch.Value));
        Assert.Empty(instruments.Of("loapi.storage.commit.duration"));
    }

    [Fact]
    public async Task Checkpoint_ThatFailsInAWayNobodyExpects_IsLoggedAndThrowsNothing()
    {
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var measures = new StorageMeasures(services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        var database = new Database(new StorageOptions(), FakeOracle.Dialect(), measures); // A driver that makes no connections, and has none to close.
        using var checkpoints = new SqliteCheckpoints(database, TimeProvider.System, factory.CreateLogger<SqliteCheckpoints>());

        await checkpoints.TryCheckpointAsync();

        Assert.IsType<InvalidOperationException>(Assert.Single(logs.Entries).Exception);
    }

    [Fact]
    public async Task Open_EveryConnection_SyncsEachCommitInWal()
    {
        await using var host = StorageHost.Create(StorageProvider.Sqlite, $"Data Source={Path.Combine(_directory, "pragma.db")}", null, ("CommandTimeoutSeconds", "10"));
        await host.Migrator.MigrateAsync();
        for (var i = 0; i < 2; i++)
        {
            await using var connection = await host.Database.OpenAsync(CancellationToken.None);
            foreach (var (pragma, expected) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "10000"), ("journal_size_limit", "268435456") })
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"PRAGMA {pragma}";
                Assert.Equal(expected, $"{await command.ExecuteScalarAsync()}");
            }
        }
    }
}
