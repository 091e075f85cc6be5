using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Countries;

[Collection(ApiCollection.Name)]
public sealed class CountryTests(SqliteApiHost host)
{
    [Fact]
    public async Task GetCountry_NA_IsNamibia()
    {
        using var client = host.CreateClient();
        var country = await client.GetAnswerAsync("/api/v1/countries/NA");
        Assert.Equal(HttpStatusCode.OK, country.Status);
        Assert.Equal("Namibia", country.Json.GetProperty("name").GetString());
        Assert.Equal("NAM", country.Json.GetProperty("alpha3").GetString());
        Assert.Equal("application/json; charset=utf-8", country.Header("Content-Type"));
    }

    [Fact]
    public async Task GetCountry_Afghanistan_HasLeadingZeros()
    {
        using var client = host.CreateClient();
        var country = await client.GetAnswerAsync("/api/v1/countries/AF");
        Assert.Equal("004", country.Json.GetProperty("numeric").GetString());
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("na")]
    [InlineData("NAM")]
    [InlineData("%20")]
    public async Task GetCountry_Unknown_IsNotFound(string alpha2)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/countries/{alpha2}");
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task GetCountry_KnownEntityTag_IsNotModified()
    {
        using var client = host.CreateClient();
        var first = await client.GetAnswerAsync("/api/v1/countries/NA");
        var second = await client.GetAnswerAsync("/api/v1/countries/NA", ("If-None-Match", $"\"other\", {first.Header("ETag")}"));
        Assert.Equal((HttpStatusCode.NotModified, ""), (second.Status, second.Text));
        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
    }

    [Fact]
    public async Task ListCountries_WalkedBySevens_HasEachOnceInOrder()
    {
        using var client = host.CreateClient();
        var codes = new List<string>();
        var path = "/api/v1/countries?limit=7";
        while (path is not null)
        {
            var page = await client.GetAnswerAsync(path);
            codes.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("alpha2").GetString()!));
            path = page.Json.TryGetProperty("next_cursor", out var cursor) ? $"/api/v1/countries?limit=7&cursor={cursor}" : null;
        }

        Assert.Equal(249, codes.Count);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public async Task ListCountries_Link_IsTheNextPageUnderThePublicAddress()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync("/api/v1/countries?limit=2");
        var cursor = page.Json.GetProperty("next_cursor").GetString();
        Assert.Equal($"<https://loapi.example.gov/api/v1/countries?limit=2&cursor={cursor}>; rel=\"next\"", page.Header("Link"));
    }

    [Fact]
    public async Task GetCountry_Head_HasTheHeadersOfGet()
    {
        using var client = host.CreateClient();
        var get = await client.GetAnswerAsync("/api/v1/countries/NA");
        var head = await client.AskAsync(new(HttpMethod.Head, "/api/v1/countries/NA"));
        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Equal(get.Header("Content-Length"), head.Header("Content-Length"));
    }

    [Fact]
    public async Task ListCountries_SameQueryAgain_IsTheSameAnswer()
    {
        const string Path = "/api/v1/countries?region=Europe&limit=3&sort=-name";
        using var client = host.CreateClient();

        var first = await client.GetAnswerAsync(Path);
        var again = await client.GetAnswerAsync(Path);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal((first.Header("ETag"), first.Header("Link")), (again.Header("ETag"), again.Header("Link")));
        Assert.NotNull(again.Header("Link"));
        Assert.Null((await client.GetAnswerAsync("/api/v1/countries?limit=500")).Header("Link"));
    }
}
