using System.Text.Json;
using LoApi.ApiFrontend.Authentication;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>The edges of a token's times, to the second, on a clock that stands still.</summary>
public sealed class ClaimReaderTests
{
    private const long Now = 1_800_000_000;

    [Theory]
    [InlineData(0, 300, null)]
    [InlineData(0, 1, null)]
    [InlineData(0, 301, "LongLived")]
    [InlineData(0, 0, "LongLived")]
    [InlineData(30, 330, null)]
    [InlineData(31, 331, "NotYet")]
    [InlineData(-300, 0, null)]
    [InlineData(-329, -29, null)]
    [InlineData(-330, -30, "Expired")]
    [InlineData(-331, -31, "Expired")]
    public void TryRead_Times_AreHeldToTheSecond(int issuedAt, int expiresAt, string? fault)
    {
        using var claims = JsonDocument.Parse(
            $$"""{"iss":"tests","sub":"tests","aud":"loapi","jti":"1","iat":{{Now + issuedAt}},"exp":{{Now + expiresAt}}}""");

        var read = ClaimReader.TryRead(
            claims.RootElement, "tests", "tests.0123456789abcdef", DateTimeOffset.FromUnixTimeSeconds(Now), out var value, out var found);

        Assert.Equal(fault, read ? null : found.ToString());
        Assert.Equal(fault is null, value is not null);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void TryRead_NotBefore_HasTheSameSkew(int notBefore, bool accepted)
    {
        using var claims = JsonDocument.Parse(
            $$"""{"iss":"tests","sub":"tests","aud":"loapi","jti":"1","iat":{{Now}},"exp":{{Now + 300}},"nbf":{{Now + notBefore}}}""");

        Assert.Equal(accepted, ClaimReader.TryRead(
            claims.RootElement, "tests", "tests.0123456789abcdef", DateTimeOffset.FromUnixTimeSeconds(Now), out _, out _));
    }

    [Fact]
    public void TryRead_Everything_IsWhatTheTokenSays()
    {
        using var claims = JsonDocument.Parse(
            $$"""{"iss":"tests","sub":"tests","aud":"loapi","jti":"token-1","iat":{{Now}},"exp":{{Now + 300}},"oidc":"a.b.c","ulp_session":"s-1","request_context":{"user_id":"7","location_id":"12"} }""");

        Assert.True(ClaimReader.TryRead(
            claims.RootElement, "tests", "tests.0123456789abcdef", DateTimeOffset.FromUnixTimeSeconds(Now), out var read, out _));
        Assert.Equal(
            new TokenClaims
            {
                ClientId = "tests",
                KeyId = "tests.0123456789abcdef",
                TokenId = "token-1",
                IssuedAt = DateTimeOffset.FromUnixTimeSeconds(Now),
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(Now + 300),
                UserId = "7",
                LocationId = "12",
                Oidc = "a.b.c",
                UlpSession = "s-1",
            },
            read);
    }
}
