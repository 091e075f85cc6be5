using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Caching;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Limits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>Tokens under keys that a client has not, and what they cost those that it has.</summary>
public sealed class TokenVerifierTests
{
    private static readonly TestClient Client = TestClient.Make("prepay", ApiHost.Cipher, ClientScope.ReferenceRead);
    private static readonly NewClientKey Second = NewClientKey.Make(Client.Client.Id, ApiHost.Cipher);

    private readonly FakeTimeProvider _clock = new();
    private readonly Grain _grain = new() { Client = Client.Client };
    private readonly TokenVerifier _verifier;

    public TokenVerifierTests() => _verifier = new(
        new KnownClients(
            StubGrains.Of(_grain),
            ApiHost.Cipher,
            _clock,
            Options.Create(new CacheOptions()),
            Options.Create(new LimitOptions()),
            NullLogger<KnownClients>.Instance),
        new TokenCache(_clock),
        _clock);

    [Fact]
    public async Task Verify_KeyThatWasJustMadeBesideAFloodUnderARetiredOne_IsFoundAtOnce()
    {
        Assert.Equal("", await VerifyAsync(Client.Key));
        var retired = NewClientKey.Make(Client.Client.Id, ApiHost.Cipher);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("UnknownKey", await VerifyAsync(retired));
        }

        _grain.Client = Client.Client with { Keys = [Client.Key.Stored, Second.Stored] };

        Assert.Equal("", await VerifyAsync(Second));
        Assert.Equal(3, _grain.Asked); // To meet it, and once for each key.
    }

    [Fact]
    public async Task Verify_KeyThatWasRefused_IsLookedForAgainAfterASecond()
    {
        Assert.Equal("UnknownKey", await VerifyAsync(Second));
        _grain.Client = Client.Client with { Keys = [Client.Key.Stored, Second.Stored] };

        Assert.Equal("UnknownKey", await VerifyAsync(Second));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("", await VerifyAsync(Second));
    }

    [Fact]
    public async Task Verify_KeyForWhichNobodyCouldLook_IsNotHeldToBeRefused()
    {
        for (var i = 0; i < 50; i++)
        {
            await VerifyAsync(NewClientKey.Make(Client.Client.Id, ApiHost.Cipher));
        }

        var asked = _grain.Asked;
        Assert.Equal("UnknownKey", await VerifyAsync(Second)); // The budget of this second is used up.
        Assert.Equal(asked, _grain.Asked);
        _grain.Client = Client.Client with { Keys = [Client.Key.Stored, Second.Stored] };

        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.Equal("", await VerifyAsync(Second));
    }

    /// <summary>Why a token under the key is refused; empty where it is accepted.</summary>
    private async Task<string> VerifyAsync(NewClientKey key)
    {
        var token = _verifier.Look((Client with { Key = key }).Sign(clock: _clock));
        var verdict = await _verifier.VerifyAsync(token, forWrite: false);
        return verdict.Token is null ? verdict.Fault.ToString() : "";
    }

    private sealed class Grain : IClientGrain, IClientDirectoryGrain
    {
        public required Client Client { get; set; }

        public int Asked { get; private set; }

        public Task<bool> KnowsAsync(string clientId) => Task.FromResult(true);

        public Task<Client?> GetAsync()
        {
            Asked++;
            return Task.FromResult<Client?>(Client);
        }

        public Task<TokenLease?> LeaseAsync(int wanted) => throw new NotSupportedException();
    }
}
