using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Franchises;

[Collection(ApiCollection.Name)]
public sealed class FranchiseTests(SqliteApiHost host)
{
    [Fact]
    public async Task GetFranchise_Known_IsTheModel()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/franchises/S9003");
        Assert.Equal(
            (HttpStatusCode.OK, """{"code":"S9003","brand":"Umbrella Doctor Repairs","code_start_date":"2024-04-01","certification_received":false,"addendum_needed":true,"form_2462":true,"negotiated_addendum":false,"notes":null}"""),
            (answer.Status, answer.Text));
        var again = await client.GetAnswerAsync("/api/v1/franchises/S9003", ("If-None-Match", answer.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Theory]
    [InlineData("S0000")]
    [InlineData("s9003")]
    public async Task GetFranchise_Unknown_IsNotFound(string code)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/franchises/{code}");
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("form_2462=true&limit=2", "S9003", "S9004")]
    [InlineData("negotiated_addendum=true&sort=brand", "S9008", "S9005", "S9012")]
    [InlineData("code_start_date[gte]=2024-09-01", "S9008", "S9009")]
    public async Task ListFranchises_Filtered_AreTheFranchises(string query, params string[] codes)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"/api/v1/franchises?{query}");
        Assert.Equal(codes, answer.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task ListFranchises_Demonstration_IsADozen()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/franchises");
        Assert.Equal(
            Enumerable.Range(9001, 12).Select(number => $"S{number}"),
            answer.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("code").GetString()!));
        Assert.False(answer.Json.TryGetProperty("next_cursor", out _));
    }
}
