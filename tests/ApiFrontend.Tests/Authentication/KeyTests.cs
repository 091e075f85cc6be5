using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Storage.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>What becomes of a client's tokens by what becomes of its keys.</summary>
[Collection(ApiCollection.Name)]
public sealed class KeyTests(SqliteApiHost host)
{
    private const string Path = "/api/v1/countries/NA";

    private ClientRegistry Registry => host.Services.GetRequiredService<ClientRegistry>();

    [Fact]
    public async Task Request_KeyThatDoesNotHoldYet_IsRefused()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        var later = NewClientKey.Make(client.Client.Id, ApiHost.Cipher, Microseconds(TimeProvider.System.GetUtcNow().AddHours(1)));
        Assert.Equal(ClientChange.Done, await Registry.AddKeyAsync(client.Client.Id, later.Stored));

        AttackTests.AssertRefused(await GetAsync((client with { Key = later }).Sign()));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client.Sign())).Status);
    }

    [Fact]
    public async Task Request_RevokedKey_IsRefused()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        Assert.Equal(ClientChange.Done, await Registry.RevokeKeyAsync(client.Client.Id, client.Key.KeyId));

        AttackTests.AssertRefused(await GetAsync(client.Sign()));
    }

    [Fact]
    public async Task Request_KeyWhoseEndIsForeseen_IsAnsweredUntilThen()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        await Registry.RevokeKeyAsync(client.Client.Id, client.Key.KeyId, TimeProvider.System.GetUtcNow().AddHours(1));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client.Sign())).Status);
    }

    [Fact]
    public async Task Request_DisabledClient_IsRefused()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        Assert.Equal(ClientChange.Done, await Registry.DisableAsync(client.Client.Id));

        AttackTests.AssertRefused(await GetAsync(client.Sign()));
    }

    [Fact]
    public async Task Request_KeyOfAnotherClient_IsRefused()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        var other = await host.AddClientAsync(ClientScope.ReferenceRead);

        // Signed by a right key that is not the one which the kid names; and named as the other's.
        AttackTests.AssertRefused(await GetAsync((client with { Key = other.Key with { KeyId = client.Key.KeyId } }).Sign()));
        AttackTests.AssertRefused(await GetAsync((client with { Key = other.Key }).Sign()));
    }

    [Fact]
    public async Task Request_CiphertextMovedToAnotherClient_IsRefused()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        var victim = await host.AddClientAsync(ClientScope.ReferenceRead);
        await Registry.ReplaceCiphertextAsync(victim.Client.Id, victim.Key.KeyId, client.Key.Stored.Ciphertext);

        // Whoever can write to the table cannot make one client's key another's: the ciphertext names whose it is.
        AttackTests.AssertRefused(await GetAsync((victim with { Key = client.Key with { KeyId = victim.Key.KeyId } }).Sign()));
        AttackTests.AssertRefused(await GetAsync(victim.Sign()));
    }

    [Fact]
    public async Task Request_NewKeyOfAClientThatCalls_IsAnsweredAtOnce()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client.Sign())).Status);
        var second = NewClientKey.Make(client.Client.Id, ApiHost.Cipher);
        await Registry.AddKeyAsync(client.Client.Id, second.Stored);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync((client with { Key = second }).Sign())).Status);
    }

    private static DateTimeOffset Microseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private async Task<Answer> GetAsync(string token)
    {
        using var client = host.CreateBearer(token);
        return await client.GetAnswerAsync(Path);
    }
}
