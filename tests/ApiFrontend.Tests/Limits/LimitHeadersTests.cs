using LoApi.ApiFrontend.Limits;
using LoApi.Limits;
using Microsoft.AspNetCore.Http;

namespace LoApi.ApiFrontend.Tests.Limits;

public sealed class LimitHeadersTests
{
    [Fact]
    public void Write_Admitted_SaysPolicyAndStanding()
    {
        var headers = Write(new(Verdict.Admitted, RateLimit.Default, 150, TimeSpan.Zero));

        Assert.Equal("\"default\";q=200;w=2", headers["RateLimit-Policy"]);
        Assert.Equal("\"default\";r=150;t=1", headers["RateLimit"]);
        Assert.False(headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public void Write_WithADailyQuota_SaysBoth()
    {
        var daily = new DailyQuota(10_000, 42, TimeSpan.FromMinutes(1.5));

        var headers = Write(new(Verdict.Admitted, new(3, 10), 10, TimeSpan.Zero, daily));

        Assert.Equal("\"default\";q=10;w=4, \"daily\";q=10000;w=86400", headers["RateLimit-Policy"]);
        Assert.Equal("\"default\";r=10;t=0, \"daily\";r=42;t=90", headers["RateLimit"]);
    }

    [Theory]
    [InlineData(0.01, "1")]
    [InlineData(1.01, "2")]
    [InlineData(-1, "1")]
    public void Write_Refused_SaysWhenAgainInWholeSeconds(double seconds, string expected) =>
        Assert.Equal(expected, Write(new(Verdict.Refused, RateLimit.Default, 0, TimeSpan.FromSeconds(seconds)))["Retry-After"]);

    private static HeaderDictionary Write(in Admission admission)
    {
        var headers = new HeaderDictionary();
        LimitHeaders.Write(headers, admission);
        return headers;
    }
}
