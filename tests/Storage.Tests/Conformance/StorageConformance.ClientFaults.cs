using System.Data.Common;
using LoApi.Clients;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Oracle.Recorder;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task UpdateClient_ToWhatNoClientMayHold_IsRefusedOrDisablesIt()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        foreach (var (change, fault) in ((string, string)[])
            [
                ("rate_per_second = 0", "rate_per_second is no whole number from 1 to 1000000"),
                ("burst = 1000001", "burst is no whole number from 1 to 1000000"),
                ("daily_quota = 0", "daily_quota is no whole number of at least 1"),
                ("client_status = 'paused'", "client_status is none that this version knows"),
            ])
        {
            var id = Sample.ClientId();
            await log.Host.ClientRegistry.AddAsync(NewClient(id, Key(id, 1)));
            var sql = $"UPDATE API_CLIENT SET {change} WHERE client_id = '{id}'";
            if (log.Host.Database.Dialect.AddsConstraints)
            {
                var refused = await Assert.ThrowsAnyAsync<DbException>(() => log.ExecuteAsync(sql));
                Assert.Equal(StorageFault.Integrity, log.Host.Database.Dialect.Classify(refused));
            }
            else
            {
                await log.TamperAsync(sql);
                var client = await log.Host.Clients.FindAsync(id);
                Assert.Equal((ClientStatus.Disabled, fault), (client!.Status, client.Fault));
            }
        }
    }

    [DialectFact]
    public async Task Migrate_ClientsThatBreakAConstraint_DisablesThemAndKeepsTheOthers()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync([.. Migration.All.Where(migration => migration.Number < 11)], CancellationToken.None);
        string[] ids = ["sound", "slow", "wild", "odd", "rationed"];
        foreach (var id in ids)
        {
            await ExecuteAsync(host, $"INSERT INTO API_CLIENT (client_id, client_name, client_status, rate_per_second, burst, created_at, updated_at, version) SELECT '{id}', '{id}', 'active', 100, 200, applied_at, applied_at, 1 FROM SCHEMA_MIGRATION WHERE migration_number = 1");
        }

        await ExecuteAsync(host, "UPDATE API_CLIENT SET rate_per_second = 0 WHERE client_id = 'slow'");
        await ExecuteAsync(host, "UPDATE API_CLIENT SET burst = 2000000 WHERE client_id = 'wild'");
        await ExecuteAsync(host, "UPDATE API_CLIENT SET client_status = 'paused' WHERE client_id = 'odd'");
        await ExecuteAsync(host, "UPDATE API_CLIENT SET daily_quota = 0 WHERE client_id = 'rationed'");

        await host.Migrator.MigrateAsync();

        var clients = (await host.Clients.ListAsync()).ToDictionary(client => client.Id, StringComparer.Ordinal);
        Assert.All(clients.Values, client => Assert.Null(client.Fault));
        Assert.Equal(["sound"], clients.Values.Where(client => client.Status == ClientStatus.Active).Select(client => client.Id));
        Assert.Equal((100, 200, null), (clients["sound"].RatePerSecond, clients["sound"].Burst, clients["sound"].DailyQuota));
        Assert.Equal((1, 200), (clients["slow"].RatePerSecond, clients["slow"].Burst));
        Assert.Equal((100, 1), (clients["wild"].RatePerSecond, clients["wild"].Burst));
        Assert.Equal(1, clients["rationed"].DailyQuota);
    }

    private static async Task ExecuteAsync(StorageHost host, string sql)
    {
        using var paused = Recording.PauseForTest();
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
