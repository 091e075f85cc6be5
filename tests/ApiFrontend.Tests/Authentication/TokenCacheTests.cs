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
    public void Add_AnyNumber_KeepsTheLatestAndABoundedNumber()
    {
        var cache = new TokenCache(_clock);
        for (var i = 0; i < 5 * TokenCache.GenerationSize; i++)
        {
            cache.Add(Hash(i), Claims());
            Assert.InRange(cache.Count, 1, 2 * TokenCache.GenerationSize);
        }

        Assert.NotNull(cache.Find(Hash((5 * TokenCache.GenerationSize) - 1)));
        Assert.NotNull(cache.Find(Hash(4 * TokenCache.GenerationSize)));
        Assert.Null(cache.Find(Hash(1)));
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
        Assert.Equal(2, cache.Count);
        Assert.Null(cache.Find(Hash(1)));
    }

    private static UInt256 Hash(int number) => new(0, (UInt128)number);

    private TokenClaims Claims() => new()
    {
        ClientId = "tests",
        KeyId = "tests.0123456789abcdef",
        TokenId = "1",
        IssuedAt = _clock.GetUtcNow(),
        ExpiresAt = _clock.GetUtcNow().AddSeconds(300),
    };
}
