using System.Collections.Immutable;
using LoApi.Storage.Migrations;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Oracle.Recorder;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task Migrate_AnEmptyDatabase_AppliesEveryMigrationOnce()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();

        var first = await host.Migrator.MigrateAsync();
        var second = await host.Migrator.MigrateAsync();

        Assert.Equal(Migration.All.Select(migration => new AppliedMigration(migration.Number, migration.Name)), first);
        Assert.Empty(second);
    }

    [DialectFact]
    public async Task Migrate_FromSeveralAtOnce_AppliesEachMigrationOnce()
    {
        await using var first = await TestDatabase.CreateEmptyAsync();
        StorageHost[] hosts = [first, .. Enumerable.Range(0, 5).Select(_ => TestDatabase.Open(first.ConnectionString, time: null))];

        var applied = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Migrator.MigrateAsync())));

        Assert.Equal(Migration.All.Select(migration => migration.Number), applied.SelectMany(each => each).Select(migration => migration.Number).Order());
        Assert.Single(applied, each => each.Length > 0);
        Assert.Equal(WriteResult.Committed, await hosts[3].Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
        foreach (var host in hosts[1..])
        {
            await host.DisposeAsync();
        }
    }

    [DialectFact]
    public async Task Migrate_WithAnAppliedMigrationChanged_StopsAndSaysWhich()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        using var paused = Recording.PauseForTest();
        var edited = Migration.All.SetItem(1, Migration.All[1] with { Text = Migration.All[1].Text + "\n-- an afterthought\n" });

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.Migrator.MigrateAsync(edited, CancellationToken.None));

        Assert.Contains("0002-directory", exception.Message, StringComparison.Ordinal);
    }

    [DialectFact]
    public async Task Migrate_WithOtherLineEnds_IsTheSameMigration()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        ImmutableArray<Migration> windows = [.. Migration.All.Select(migration => migration with { Text = migration.Text.Replace("\n", "\r\n", StringComparison.Ordinal) })];

        Assert.Empty(await host.Migrator.MigrateAsync(windows, CancellationToken.None));
    }

    [DialectFact]
    public async Task Migrate_OneMoreStep_AppliesOnlyThat()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        using var paused = Recording.PauseForTest();
        var more = Migration.All.Add(new Migration(9000, "9000-more", "CREATE TABLE MORE_ROWS (more_id {long} NOT NULL);\n"));

        Assert.Equal([new AppliedMigration(9000, "9000-more")], (await host.Migrator.MigrateAsync(more, CancellationToken.None)).ToArray());

        // A version before this one meets a database that is ahead of it, as in a rolling deployment.
        Assert.Empty(await host.Migrator.MigrateAsync());
    }

    [DialectFact]
    public async Task Migrate_ThatFailed_CanBeRunAgainOnceItIsRight()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        using var paused = Recording.PauseForTest();
        var wrong = Migration.All.Add(new Migration(9000, "9000-more", "CREATE TABLE MORE_ROWS (more_id {long} NOT NULL);\nCREATE NONSENSE;\n"));
        var right = Migration.All.Add(new Migration(9000, "9000-more", "CREATE TABLE MORE_ROWS (more_id {long} NOT NULL);\n"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => host.Migrator.MigrateAsync(wrong, CancellationToken.None));
        await host.Migrator.MigrateAsync(right, CancellationToken.None);

        Assert.True(await host.Health.IsReachableAsync());
    }

    [DialectFact]
    public async Task IsReachable_OnlyOnceMigrated_IsTrue()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        Assert.False(await host.Health.IsReachableAsync());

        await host.Migrator.MigrateAsync();
        Assert.True(await host.Health.IsReachableAsync());
    }
}
