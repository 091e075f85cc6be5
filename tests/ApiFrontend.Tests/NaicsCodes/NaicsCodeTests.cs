using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.NaicsCodes;

[Collection(ApiCollection.Name)]
public sealed class NaicsCodeTests(SqliteApiHost host)
{
    [Theory]
    [InlineData(
        "311",
        """{"code":"311","title":"Food Manufacturing","level":"subsector","parent_code":"31-33","sector_code":"31-33","version":2022}""")]
    [InlineData(
        "31-33",
        """{"code":"31-33","title":"Manufacturing","level":"sector","parent_code":null,"sector_code":"31-33","version":2022}""")]
    public async Task GetNaicsCode_Known_IsTheModel(string code, string json)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/naics-codes/{code}");
        Assert.Equal((HttpStatusCode.OK, json), (answer.Status, answer.Text));
        Assert.Equal("max-age=30, private", answer.Header("Cache-Control"));
        var again = await client.GetAnswerAsync($"/api/v1/naics-codes/{code}", ("If-None-Match", answer.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Theory]
    [InlineData("31")]
    [InlineData("999")]
    [InlineData("31-33-35")]
    public async Task GetNaicsCode_Unknown_IsNotFound(string code)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/naics-codes/{code}");
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("parent_code=31-33&limit=2", "311", "312")]
    [InlineData("parent-code[in]=55,61", "551", "611")]
    [InlineData("level=sector&code[prefix]=4", "42", "44-45", "48-49")]
    [InlineData("sector_code=48-49&sort=-code&limit=3", "493", "492", "491")]
    [InlineData("title[prefix]=Food", "311", "445", "722")]
    public async Task ListNaicsCodes_Filtered_AreTheCodes(string query, params string[] codes)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/naics-codes?{query}");
        Assert.Equal(codes, answer.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task ListNaicsCodes_WalkedByFifties_HasEachOnceInOrder()
    {
        using var client = host.CreateClient();
        var codes = new List<string>();
        var path = "/api/v1/naics-codes?limit=50";
        while (path is not null)
        {
            var page = await client.GetAnswerAsync(path);
            codes.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("code").GetString()!));
            path = page.Json.TryGetProperty("next_cursor", out var cursor) ? $"/api/v1/naics-codes?limit=50&cursor={cursor}" : null;
        }

        Assert.Equal(116, codes.Count);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }
}
