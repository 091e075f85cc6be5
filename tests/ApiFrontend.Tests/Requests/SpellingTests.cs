using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Requests;

[Collection(ApiCollection.Name)]
public sealed class SpellingTests(SqliteApiHost host)
{
    [Theory]
    [InlineData("country", "countries")]
    [InlineData("countries/", "countries")]
    [InlineData("country/", "countries")]
    [InlineData("Country/NA", "countries/NA")]
    [InlineData("country/NA/", "countries/NA")]
    [InlineData("holiday?year=2027", "holidays?year=2027")]
    [InlineData("franchise/S9003", "franchises/S9003")]
    [InlineData("naics-code/31-33", "naics-codes/31-33")]
    [InlineData("location", "locations")]
    [InlineData("location/1", "locations/1")]
    [InlineData("user/1", "users/1")]
    [InlineData("user/?location-id=1", "users?location-id=1")]
    [InlineData("users/?location_id=1", "users?location-id=1")]
    [InlineData("payoff", "payoffs")]
    [InlineData("payoff-dates/?program=504", "payoff-dates?program=504")]
    public async Task Get_OtherSpelling_IsTheSameRepresentation(string spelling, string canonical)
    {
        using var client = host.CreateClient("1", "1");
        var expected = await client.GetAnswerAsync($"/api/v1/{canonical}");
        var answer = await client.GetAnswerAsync($"/api/v1/{spelling}", ("If-None-Match", expected.Header("ETag")!));
        Assert.Equal(HttpStatusCode.OK, expected.Status);
        Assert.Equal(HttpStatusCode.NotModified, answer.Status);
    }

    [Fact]
    public async Task Get_OtherSpelling_LinksToTheCanonicalOne()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync("/api/v1/country/?limit=2");
        Assert.StartsWith("<https://loapi.example.gov/api/v1/countries?limit=2&cursor=", page.Header("Link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OtherSpelling_IsTheSameOperation()
    {
        using var client = host.CreateClient("1", "1");
        var answer = await client.PostAnswerAsync("/api/v1/payoff/", "{}");
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_missing"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/api/v1/")]
    [InlineData("/api/v1//")]
    [InlineData("/api/v1/countrys")]
    [InlineData("/country/NA")]
    [InlineData("/api/v1/country/%254E%2541")]
    public async Task Get_NoSpelling_IsNotFound(string path)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task OpenApi_Paths_AreTheCanonicalOnes()
    {
        using var client = host.CreateClient();
        var paths = (await client.GetAnswerAsync("/openapi/v1.json")).Json.GetProperty("paths");
        var resources = paths.EnumerateObject().Select(path => path.Name).Where(name => name.StartsWith("/api/v1/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(resources);
        Assert.All(resources, name => Assert.DoesNotContain(
            name.Split('/')[3], (string[])["country", "franchise", "holiday", "location", "naics-code", "payoff", "user"]));
    }
}
