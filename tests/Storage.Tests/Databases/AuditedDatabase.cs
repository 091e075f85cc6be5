using LoApi.Audit;
using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Oracle.Recorder;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Databases;

/// <summary>A database of a test's own, so that it can count what is chained and tamper with it.</summary>
internal sealed class AuditedDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly TestDatabase _database;

    private AuditedDatabase(TestDatabase database, StorageHost host) => (_database, Host) = (database, host);

    public StorageHost Host { get; }

    public string HeadsFile => _folder.File("heads.jsonl");

    public static async Task<AuditedDatabase> CreateAsync(TestDatabase database)
    {
        var host = await database.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        return new(database, host);
    }

    /// <summary>The same database through another set of services, as another process would have them.</summary>
    public StorageHost Open(params (string Name, string Value)[] settings) =>
        _database.Open(Host.ConnectionString, null, [.. settings, ("Audit:HeadsFile", HeadsFile)]);

    /// <summary>A payoff that goes through some versions.</summary>
    public async Task<Payoff> WriteAsync(int versions = 1)
    {
        var payoff = Sample.FullPayoff();
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));
        for (var version = 2; version <= versions; version++)
        {
            payoff = payoff with { Version = version };
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff, version - 1))));
        }

        return payoff;
    }

    /// <summary>Chains all that waits; answers how many records that were.</summary>
    public async Task<int> DrainAsync(StorageHost? by = null)
    {
        by ??= Host;
        var count = 0;
        for (var partition = 0; partition < AuditPartition.Count; partition++)
        {
            for (var more = true; more;)
            {
                var chained = await by.Chain.AppendAsync(partition);
                count += chained.Count;
                more = chained.More;
                if (chained.Head is { } head)
                {
                    by.Heads.Keep(head);
                }
            }
        }

        by.Heads.Write();
        return count;
    }

    /// <summary>The chained records of a partition, by position.</summary>
    public async Task<IReadOnlyList<AuditRow>> RowsAsync(int partition)
    {
        using var paused = Recording.PauseForTest();
        return await Host.Database.QueryAsync<AuditRow>(
            $"SELECT {AuditRow.Columns} FROM AUDIT_RECORD WHERE partition_no = :partition_no ORDER BY chain_position",
            new Bindings().Int("partition_no", partition),
            CancellationToken.None);
    }

    /// <summary>What somebody does who can write to the database.</summary>
    public async Task TamperAsync(params string[] statements) =>
        Assert.All(await ExecuteAsync(statements), touched => Assert.NotEqual(0, touched));

    /// <summary>Executes statements; answers how many rows each touched.</summary>
    public async Task<IReadOnlyList<int>> ExecuteAsync(params string[] statements)
    {
        using var paused = Recording.PauseForTest();
        var touched = new List<int>();
        await using var connection = await Host.Database.OpenAsync(CancellationToken.None);
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            touched.Add(await command.ExecuteNonQueryAsync());
        }

        return touched;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}
