using LoApi.Clients;
using LoApi.Storage.Clients;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>Clients in a database that keeps any value in any column, and has one writer at a time.</summary>
public sealed class SqliteClientTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Theory]
    [InlineData("API_CLIENT", "rate_per_second = 'many'", "rate_per_second is no whole number from 1 to 1000000")]
    [InlineData("API_CLIENT", "rate_per_second = 1.5", "rate_per_second is no whole number from 1 to 1000000")]
    [InlineData("API_CLIENT", "burst = 4294967296", "burst is no whole number from 1 to 1000000")]
    [InlineData("API_CLIENT", "burst = x'00'", "burst is no whole number from 1 to 1000000")]
    [InlineData("API_CLIENT", "daily_quota = 'none'", "daily_quota is no whole number of at least 1")]
    [InlineData("API_CLIENT", "daily_quota = 99999999999999999999", "daily_quota is no whole number of at least 1")]
    [InlineData("API_CLIENT", "version = 'two'", "version is no number")]
    [InlineData("API_CLIENT", "rate_per_second = 0, burst = 'x'", "rate_per_second is no whole number from 1 to 1000000; burst is no whole number from 1 to 1000000")]
    [InlineData("CLIENT_KEY", "not_before = 'soon'", "not_before of key KEY is no instant")]
    [InlineData("CLIENT_KEY", "not_before = 20270101", "not_before of key KEY is no instant")]
    [InlineData("CLIENT_KEY", "not_before = '2027-01-01'", "not_before of key KEY is no instant")]
    [InlineData("CLIENT_KEY", "revoked_at = 'never'", "revoked_at of key KEY is no instant")]
    public async Task Client_WhoseRowsMakeNoSense_IsDisabledAndSaysWhy(string table, string change, string fault)
    {
        var client = await AddAsync();
        var sound = await AddAsync();
        await ExecuteAsync($"UPDATE {table} SET {change} WHERE client_id = '{client.Id}'");

        var found = (await database.Host.Clients.FindAsync(client.Id))!;
        Assert.Equal((ClientStatus.Disabled, fault.Replace("KEY", client.Keys[0].KeyId, StringComparison.Ordinal)), (found.Status, found.Fault));
        Assert.Equal(table == "CLIENT_KEY" ? 0 : 1, found.Keys.Length); // Nobody can say when it holds.
        var listed = await database.Host.Clients.ListAsync();
        Assert.Equal(found.Fault, listed.Single(each => each.Id == client.Id).Fault);
        Assert.Equal((ClientStatus.Active, null), listed.Where(each => each.Id == sound.Id).Select(each => (each.Status, each.Fault)).Single());
    }

    [Fact]
    public async Task Client_WhoseRowsMakeNoSense_CanBeSetRight()
    {
        var client = await AddAsync();
        await ExecuteAsync($"UPDATE API_CLIENT SET burst = 'x', client_status = 'y', version = 'z' WHERE client_id = '{client.Id}'");
        await ExecuteAsync($"UPDATE CLIENT_KEY SET not_before = 'soon' WHERE client_id = '{client.Id}'");

        Assert.Equal(ClientChange.Done, await database.Host.ClientRegistry.SetLimitsAsync(client.Id, 5, 6, null));
        Assert.Equal(ClientChange.Done, await database.Host.ClientRegistry.EnableAsync(client.Id));
        Assert.Equal(ClientChange.Done, await database.Host.ClientRegistry.RevokeKeyAsync(client.Id, client.Keys[0].KeyId));

        var found = (await database.Host.Clients.FindAsync(client.Id))!;
        Assert.Equal((ClientStatus.Active, null, 0), (found.Status, found.Fault, found.Keys.Length));
    }

    [Fact]
    public async Task Writes_WhileAnotherTransactionOfTheProcessWrites_WaitForTheirTurn()
    {
        var client = await AddAsync();
        var turn = await database.Host.Database.OpenToWriteAsync();

        var state = database.Host.GrainStates.WriteAsync($"client/{client.Id}", "usage", "{}", expectedVersion: 0);
        var change = database.Host.ClientRegistry.EnableAsync(client.Id);
        var added = AddAsync();
        Assert.False(state.IsCompleted); // This driver never yields: without a turn to wait for they were done by now.
        Assert.False(change.IsCompleted);
        Assert.False(added.IsCompleted);

        await turn.DisposeAsync();
        Assert.True(await state);
        Assert.Equal(ClientChange.Done, await change);
        await added;
    }

    private async Task<Client> AddAsync()
    {
        var id = Sample.ClientId();
        var client = new Client
        {
            Id = id,
            Name = id,
            Status = ClientStatus.Active,
            Scopes = [ClientScope.PayoffsRead, ClientScope.ReferenceRead],
            RatePerSecond = 100,
            Burst = 200,
            DailyQuota = 1000,
            Keys = [new ClientKey($"{id}.0123456789abcdef", "v1.0.1")],
            Version = 1,
        };
        Assert.True(await database.Host.ClientRegistry.AddAsync(client));
        return client;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.Host.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
