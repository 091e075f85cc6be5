using System.Net;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Storage;
using LoApi.Storage.Clients;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>How soon what an operator does is felt, and what stays: each on a service of its own, whose clock it puts on.</summary>
public sealed class ClientOverTimeTests : IAsyncLifetime
{
    private const string Path = "/api/v1/countries/NA";

    private readonly SqliteApiHost _host = new();

    private ClientRegistry Registry => _host.Services.GetRequiredService<ClientRegistry>();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public void Staleness_Sum_IsWithinThePromise() =>
        Assert.All(
            [ClientStaleness.FrontEnd, ClientStaleness.Unanswered],
            age => Assert.InRange(age + ClientStaleness.Grain, TimeSpan.Zero, TimeSpan.FromSeconds(30)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Revoke_TokenThatIsRemembered_IsRefusedWithinTheSumOfTheAges(bool everything)
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        Assert.Equal(ClientChange.Done, everything
            ? await Registry.DisableAsync(client.Client.Id)
            : await Registry.RevokeKeyAsync(client.Client.Id, client.Key.KeyId));
        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);

        AttackTests.AssertRefused(await caller.GetAnswerAsync(Path));
    }

    [Theory]
    [InlineData("UPDATE API_CLIENT SET client_status = 'disabled' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET client_status = 'paused' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET rate_per_second = 0 WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET burst = -1 WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET rate_per_second = 'many' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET burst = 4294967296 WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET daily_quota = 'none' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE API_CLIENT SET version = 'two' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE CLIENT_KEY SET not_before = 'soon' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE CLIENT_KEY SET revoked_at = 'never' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE FROM CLIENT_SCOPE WHERE client_id = $id", HttpStatusCode.Forbidden)]
    [InlineData("UPDATE CLIENT_KEY SET revoked_at = '2001-01-01T00:00:00.000000Z' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE CLIENT_KEY SET ciphertext = 'v1.x.y' WHERE client_id = $id", HttpStatusCode.Unauthorized)]
    public async Task Client_ChangedPastTheRegistry_IsNoticedWithinTheSumOfTheAges(string sql, HttpStatusCode then)
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        await ExecuteAsync(sql, client.Client.Id);
        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);

        Assert.Equal(then, (await caller.GetAnswerAsync(Path)).Status);
    }

    [Fact]
    public async Task Client_WhoseRowMakesNoSense_LeavesTheReasonInTheLog()
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        await ExecuteAsync("UPDATE CLIENT_KEY SET not_before = 'soon' WHERE client_id = $id", client.Client.Id);
        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);

        AttackTests.AssertRefused(await GetAsync(client.Sign(clock: _host.Clock)));

        Assert.Contains(_host.Logs.Entries, entry => entry.Message == $"Client {client.Client.Id} counts as disabled, because of what its rows hold: not_before of key {client.Key.KeyId} is no instant");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Revoke_ByAnOperatorWhoseClockIsAhead_IsFeltAsSoon(bool everything)
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);
        var clock = new ShiftedClock();
        clock.Advance(TimeSpan.FromMinutes(10));
        await using var elsewhere = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddStorage(_host.Services.GetRequiredService<IConfiguration>())
            .BuildServiceProvider();
        var registry = elsewhere.GetRequiredService<ClientRegistry>();

        Assert.Equal(ClientChange.Done, everything
            ? await registry.DisableAsync(client.Client.Id)
            : await registry.RevokeKeyAsync(client.Client.Id, client.Key.KeyId));
        if (everything)
        {
            await registry.EnableAsync(client.Client.Id); // So that the key decides.
        }

        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);
        AttackTests.AssertRefused(await caller.GetAnswerAsync(Path));
    }

    [Fact]
    public async Task Client_DeletedAndAddedAgainUnderItsId_CallsWithItsNewKeyOnly()
    {
        var first = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(first.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        await ExecuteAsync("DELETE FROM CLIENT_KEY WHERE client_id = $id", first.Client.Id);
        await ExecuteAsync("DELETE FROM CLIENT_SCOPE WHERE client_id = $id", first.Client.Id);
        await ExecuteAsync("DELETE FROM API_CLIENT WHERE client_id = $id", first.Client.Id);
        var second = TestClient.Make(first.Client.Id, ApiHost.Cipher, ClientScope.ReferenceRead);
        Assert.True(await Registry.AddAsync(second.Client));
        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);

        AttackTests.AssertRefused(await caller.GetAnswerAsync(Path));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(second.Sign(clock: _host.Clock))).Status);
    }

    [Fact]
    public async Task Client_ThatCannotBeReadThoughTheDatabaseAnswers_GoesOnForLessThanThirtySeconds()
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        await ExecuteAsync("ALTER TABLE CLIENT_SCOPE RENAME TO MISLAID");
        _host.Clock.Advance(ClientStaleness.Unanswered - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.InternalServerError, (await caller.GetAnswerAsync(Path)).Status);

        await ExecuteAsync("ALTER TABLE MISLAID RENAME TO CLIENT_SCOPE");
        _host.Clock.Advance(TimeSpan.FromSeconds(1)); // What has just failed is not tried again at once.
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);
    }

    [Fact]
    public async Task Token_PastItsEndAndTheSkew_IsRefusedThoughRemembered()
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        _host.Clock.Advance(TimeSpan.FromSeconds(310));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);
        _host.Clock.Advance(TimeSpan.FromSeconds(20));
        AttackTests.AssertRefused(await caller.GetAnswerAsync(Path));
    }

    [Fact]
    public async Task Key_WhoseEndWasForeseen_EndsThenWithoutBeingReadAgain()
    {
        var client = await _host.AddClientAsync(ClientScope.ReferenceRead);
        await Registry.RevokeKeyAsync(client.Client.Id, client.Key.KeyId, _host.Clock.GetUtcNow().AddMinutes(1));
        using var caller = _host.CreateBearer(client.Sign(clock: _host.Clock));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAnswerAsync(Path)).Status);

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        AttackTests.AssertRefused(await caller.GetAnswerAsync(Path));
    }

    [Fact]
    public async Task Rotation_UnderLoad_FailsNoRequest()
    {
        var first = await _host.AddClientAsync(ClientScope.ReferenceRead);
        var current = first;
        using var stop = new CancellationTokenSource();
        var counts = new int[4];
        var failures = 0;
        var workers = Enumerable.Range(0, counts.Length).Select(worker => Task.Run(async () =>
        {
            using var stranger = _host.CreateStranger();
            while (!stop.IsCancellationRequested)
            {
                var answer = await stranger.GetAnswerAsync(Path, ("Authorization", $"Bearer {Volatile.Read(ref current).Sign(clock: _host.Clock)}"));
                _ = answer.Status == HttpStatusCode.OK ? 0 : Interlocked.Increment(ref failures);
                Interlocked.Increment(ref counts[worker]);
            }
        })).ToArray();

        await EachAnswersAsync(counts, 20);
        var second = first with { Key = NewClientKey.Make(first.Client.Id, ApiHost.Cipher) };
        Assert.Equal(ClientChange.Done, await Registry.AddKeyAsync(first.Client.Id, second.Key.Stored));
        await EachAnswersAsync(counts, 20);
        Volatile.Write(ref current, second);
        await EachAnswersAsync(counts, 20);
        Assert.Equal(ClientChange.Done, await Registry.RevokeKeyAsync(first.Client.Id, first.Key.KeyId));
        _host.Clock.Advance(ClientStaleness.FrontEnd + ClientStaleness.Grain);
        await EachAnswersAsync(counts, 20);
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        Assert.Equal(0, failures);
        using var late = _host.CreateBearer(first.Sign(clock: _host.Clock));
        AttackTests.AssertRefused(await late.GetAnswerAsync(Path));
    }

    [Fact]
    public async Task Request_StrangersOfEveryName_LeaveNothingInMemory()
    {
        var (clients, tokens) = (_host.Services.GetRequiredService<KnownClients>(), _host.Services.GetRequiredService<TokenCache>());
        await GetAsync(_host.Tests.Sign(clock: _host.Clock));
        var before = (clients.Count, tokens.Count);

        for (var i = 0; i < 50; i++)
        {
            AttackTests.AssertRefused(await GetAsync(TestClient.Make($"stranger-{i}", ApiHost.Cipher).Sign(clock: _host.Clock)));
            AttackTests.AssertRefused(await GetAsync((_host.Tests with { Key = NewClientKey.Make(_host.Tests.Client.Id, ApiHost.Cipher) }).Sign(clock: _host.Clock)));
        }

        Assert.Equal(before, (clients.Count, tokens.Count));
    }

    [Fact]
    public async Task Request_Refused_LeavesTheCauseButNotTheTokenInTheLog()
    {
        var token = new Forge(_host.Tests, _host.Clock.GetUtcNow()).WithClaims(("aud", "ledger"));
        var answer = await GetAsync(token);
        AttackTests.AssertRefused(answer);

        var told = Assert.Single(_host.Logs.Entries, entry => entry.Message.Contains(answer.Header("X-Request-Id")!, StringComparison.Ordinal));
        Assert.Contains("invalid_token: Audience", told.Message, StringComparison.Ordinal);
        Assert.Contains(_host.Tests.Key.KeyId, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split('.')[1], string.Join('\n', _host.Logs.Entries.Select(entry => entry.Message)), StringComparison.Ordinal);
    }

    /// <summary>Returns once each worker has had so many answers more.</summary>
    private static async Task EachAnswersAsync(int[] counts, int more)
    {
        var goal = counts.Select(count => count + more).ToArray();
        while (Enumerable.Range(0, counts.Length).Any(i => Volatile.Read(ref counts[i]) < goal[i]))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>What somebody does by SQL, who raises no version.</summary>
    private async Task ExecuteAsync(string sql, string? clientId = null)
    {
        await using var connection = new SqliteConnection(_host.Services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (clientId is not null)
        {
            command.Parameters.AddWithValue("$id", clientId);
        }

        await command.ExecuteNonQueryAsync();
    }

    private async Task<Answer> GetAsync(string token)
    {
        using var caller = _host.CreateBearer(token);
        return await caller.GetAnswerAsync(Path);
    }
}
