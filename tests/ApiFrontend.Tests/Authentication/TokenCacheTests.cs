using LoApi.ApiFrontend.Authentication;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication;

public sealed class TokenCacheTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Find_Added_IsThereAndOthersAreNot()
    {
        var cache = new TokenCache(_clock);
        var claims = Claims();
        cache.Add(Hash(1), claims);
        Assert.Same(claims, cache.Find(Hash(1)));
        Assert.Null(cache.Find(Hash(2)));
    }

    [Fact]
    public void Add_AnyNumberOfOneClient_CrowdsOutItsOldestAndNobodyElses()
    {
        var cache = new TokenCache(_clock);
        cache.Add(Hash(-1), Claims("other"));
        for (var i = 0; i < 3 * TokenCache.MostOfOneClient; i++)
        {
            cache.Add(Hash(i), Claims());
            Assert.InRange(cache.Count, 1, TokenCache.MostOfOneClient + 1);
        }

        Assert.NotNull(cache.Find(Hash(-1)));
        Assert.NotNull(cache.Find(Hash(2 * TokenCache.MostOfOneClient)));
        Assert.Null(cache.Find(Hash((2 * TokenCache.MostOfOneClient) - 1)));
    }

    [Fact]
    public void Add_AnyNumberOfManyClients_IsBoundedAndTheOneWithMostGivesWay()
    {
        var cache = new TokenCache(_clock);
        for (var i = 0; i < 2 * TokenCache.Capacity; i++)
        {
            cache.Add(Hash(i), Claims(i < 10 ? "modest" : $"client-{i % 10}"));
            Assert.InRange(cache.Count, 1, TokenCache.Capacity);
        }

        Assert.NotNull(cache.Find(Hash((2 * TokenCache.Capacity) - 1)));
        Assert.All(Enumerable.Range(0, 10), i => Assert.NotNull(cache.Find(Hash(i))));
    }

    [Fact]
    public void Add_ProofOfTheUser_IsNotKept()
    {
        var cache = new TokenCache(_clock);
        cache.Add(Hash(1), Claims() with { Oidc = "an.id.token", UlpSession = "session" });
        cache.Add(Hash(2), Claims());

        Assert.Equal((null, null, true), (cache.Find(Hash(1))!.Oidc, cache.Find(Hash(1))!.UlpSession, cache.Find(Hash(1))!.ProofIsLeftOut));
        Assert.False(cache.Find(Hash(2))!.ProofIsLeftOut);
    }

    [Fact]
    public void Add_LongerContextThanThereIs_IsNotKept()
    {
        var cache = new TokenCache(_clock);
        var text = new string('1', TokenRules.MaxRememberedIdLength + 1);
        cache.Add(Hash(1), Claims() with { UserId = text });
        cache.Add(Hash(2), Claims() with { LocationId = text });
        cache.Add(Hash(3), Claims() with { UserId = text[1..], LocationId = text[1..] });

        Assert.Equal(1, cache.Count);
        Assert.NotNull(cache.Find(Hash(3)));
    }

    [Fact]
    public void Add_AfterTwoLifetimes_HasForgottenWhatWasThere()
    {
        var cache = new TokenCache(_clock);
        cache.Add(Hash(1), Claims());
        _clock.Advance(TimeSpan.FromSeconds(359));
        cache.Add(Hash(2), Claims());
        Assert.NotNull(cache.Find(Hash(1)));

        _clock.Advance(TimeSpan.FromSeconds(1));
        cache.Add(Hash(3), Claims());
        _clock.Advance(TimeSpan.FromSeconds(360));
        cache.Add(Hash(4), Claims());
        Assert.Equal(1, cache.Count);
        Assert.Null(cache.Find(Hash(1)));
    }

    private static UInt256 Hash(int number) => new(0, (UInt128)(Int128)number);

    private TokenClaims Claims(string client = "tests") => new()
    {
        ClientId = client,
        KeyId = "tests.0123456789abcdef",
        TokenId = "1",
        IssuedAt = _clock.GetUtcNow(),
        ExpiresAt = _clock.GetUtcNow().AddSeconds(300),
    };
}
