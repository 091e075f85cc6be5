using LoApi.Clients;
using LoApi.Storage.Clients;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task FindClient_Added_IsWhatWasWritten()
    {
        var id = Sample.ClientId();
        var client = NewClient(id, Key(id, 1), Key(id, 2) with { NotBefore = Sample.Instant, RevokedAt = Sample.Instant.AddYears(100) });
        Assert.True(await Host.ClientRegistry.AddAsync(client));

        AssertEqual(client, await Host.Clients.FindAsync(id));
        AssertEqual(client, (await Host.Clients.ListAsync()).Single(each => each.Id == id));
        Assert.Contains(id, await Host.Clients.ListIdsAsync());
        Assert.Null(await Host.Clients.FindAsync(id + "x"));
    }

    [DialectFact]
    public async Task FindClient_WithoutKeysAndOptionalMembers_HasNone()
    {
        var client = NewClient(Sample.ClientId()) with { Scopes = [], DailyQuota = null, OidcAudience = null };
        Assert.True(await Host.ClientRegistry.AddAsync(client));
        AssertEqual(client, await Host.Clients.FindAsync(client.Id));
    }

    [DialectFact]
    public async Task AddClient_Again_IsRefusedAndChangesNothing()
    {
        var id = Sample.ClientId();
        var client = NewClient(id, Key(id, 1));
        Assert.True(await Host.ClientRegistry.AddAsync(client));

        Assert.False(await Host.ClientRegistry.AddAsync(client with { Name = "Another", Keys = [Key(id, 2)] }));
        AssertEqual(client, await Host.Clients.FindAsync(id));
    }

    [DialectFact]
    public async Task AddKey_ThirdThatHolds_IsRefusedUntilOneIsRevoked()
    {
        var id = Sample.ClientId();
        await Host.ClientRegistry.AddAsync(NewClient(id, Key(id, 1)));

        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.AddKeyAsync(id, Key(id, 2)));
        Assert.Equal(ClientChange.TooManyKeys, await Host.ClientRegistry.AddKeyAsync(id, Key(id, 3)));
        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.RevokeKeyAsync(id, Key(id, 1).KeyId));
        Assert.Equal(ClientChange.KeyExists, await Host.ClientRegistry.AddKeyAsync(id, Key(id, 1)));
        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.AddKeyAsync(id, Key(id, 3)));

        var client = await Host.Clients.FindAsync(id);
        Assert.Equal([Key(id, 2), Key(id, 3)], client!.Keys.AsEnumerable());
        Assert.Equal(4, client.Version); // What was refused did not raise it.
    }

    [DialectFact]
    public async Task ListKeys_SomeRevoked_AreTheOthers()
    {
        var id = Sample.ClientId();
        await Host.ClientRegistry.AddAsync(NewClient(id, Key(id, 1), Key(id, 2) with { RevokedAt = Sample.Instant.AddYears(100) }, Key(id, 3)));
        await Host.ClientRegistry.RevokeKeyAsync(id, Key(id, 1).KeyId);

        var keys = await Host.Clients.ListKeysAsync();

        Assert.Equal(
            [new StoredKey { ClientId = id, KeyId = Key(id, 2).KeyId, Ciphertext = "v1.0.2" }, new StoredKey { ClientId = id, KeyId = Key(id, 3).KeyId, Ciphertext = "v1.0.3" }],
            keys.Where(key => key.ClientId == id));
    }

    [DialectFact]
    public async Task AddKey_ToADisabledClient_IsRefused()
    {
        var id = Sample.ClientId();
        await Host.ClientRegistry.AddAsync(NewClient(id));
        await Host.ClientRegistry.DisableAsync(id);

        Assert.Equal(ClientChange.ClientDisabled, await Host.ClientRegistry.AddKeyAsync(id, Key(id, 1)));

        var client = await Host.Clients.FindAsync(id);
        Assert.Equal((0, 2), (client!.Keys.Length, client.Version));
    }

    [DialectFact]
    public async Task AddKey_FromManyAtOnce_LeavesTwo()
    {
        var id = Sample.ClientId();
        await Host.ClientRegistry.AddAsync(NewClient(id));

        var changes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Host.ClientRegistry.AddKeyAsync(id, Key(id, number))));

        Assert.Equal(2, changes.Count(change => change == ClientChange.Done));
        Assert.Equal(6, changes.Count(change => change == ClientChange.TooManyKeys));
        Assert.Equal(2, (await Host.Clients.FindAsync(id))!.Keys.Length);
    }

    [DialectFact]
    public async Task RevokeKey_ForeseenEnd_CanComeSoonerButNotLater()
    {
        var id = Sample.ClientId();
        await Host.ClientRegistry.AddAsync(NewClient(id, Key(id, 1)));
        var keyId = Key(id, 1).KeyId;
        var (sooner, later) = (Sample.Instant.AddYears(100), Sample.Instant.AddYears(101));

        await Host.ClientRegistry.RevokeKeyAsync(id, keyId, later);
        await Host.ClientRegistry.RevokeKeyAsync(id, keyId, sooner);
        await Host.ClientRegistry.RevokeKeyAsync(id, keyId, later);

        Assert.Equal(sooner, (await Host.Clients.FindAsync(id))!.Keys.Single().RevokedAt);
    }

    [DialectFact]
    public async Task Changes_OfWhatIsNotThere_SaySo()
    {
        var (id, other) = (Sample.ClientId(), Sample.ClientId());
        await Host.ClientRegistry.AddAsync(NewClient(id, Key(id, 1)));
        await Host.ClientRegistry.AddAsync(NewClient(other));

        Assert.Equal(ClientChange.NoSuchKey, await Host.ClientRegistry.RevokeKeyAsync(other, Key(id, 1).KeyId));
        Assert.Equal(ClientChange.NoSuchKey, await Host.ClientRegistry.ReplaceCiphertextAsync(other, Key(id, 1).KeyId, "v1.x.y"));
        Assert.Equal(ClientChange.NoSuchClient, await Host.ClientRegistry.DisableAsync(id + "x"));
        Assert.Equal(ClientChange.NoSuchClient, await Host.ClientRegistry.AddKeyAsync(id + "x", Key(id, 9)));
        Assert.Equal([Key(id, 1)], (await Host.Clients.FindAsync(id))!.Keys.AsEnumerable());
    }

    [DialectFact]
    public async Task Changes_OfAClient_AreSeenAndCounted()
    {
        var id = Sample.ClientId();
        var client = NewClient(id, Key(id, 1), Key(id, 2));
        await Host.ClientRegistry.AddAsync(client);

        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.SetLimitsAsync(id, 5, 6, 7));
        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.ReplaceCiphertextAsync(id, Key(id, 2).KeyId, "v1.other.ciphertext"));
        AssertEqual(
            client with
            {
                RatePerSecond = 5,
                Burst = 6,
                DailyQuota = 7,
                Keys = [Key(id, 1), Key(id, 2) with { Ciphertext = "v1.other.ciphertext" }],
                Version = 3,
            },
            await Host.Clients.FindAsync(id));

        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.DisableAsync(id));
        AssertEqual(
            client with { RatePerSecond = 5, Burst = 6, DailyQuota = 7, Keys = [], Status = ClientStatus.Disabled, Version = 4 },
            await Host.Clients.FindAsync(id));
        Assert.Equal(ClientChange.Done, await Host.ClientRegistry.EnableAsync(id));
        Assert.Equal(ClientStatus.Active, (await Host.Clients.FindAsync(id))!.Status);
    }

    private static Client NewClient(string id, params ReadOnlySpan<ClientKey> keys) => new()
    {
        Id = id,
        Name = "Prepay",
        Status = ClientStatus.Active,
        Scopes = [ClientScope.PayoffsRead, ClientScope.PayoffsWrite],
        RatePerSecond = 100,
        Burst = 200,
        DailyQuota = 3_000_000_000,
        OidcAudience = "prepay-web",
        Keys = [.. keys],
        Version = 1,
    };

    private static ClientKey Key(string clientId, int number) => new($"{clientId}.{number:x16}", $"v1.0.{number}");

    // Records compare immutable arrays by reference.
    private static void AssertEqual(Client expected, Client? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Keys = [], Scopes = [] }, actual with { Keys = [], Scopes = [] });
        Assert.Equal(expected.Keys.AsEnumerable(), actual.Keys);
        Assert.Equal(expected.Scopes.AsEnumerable(), actual.Scopes);
    }
}
