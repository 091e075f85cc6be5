using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Service;

[Collection(ApiCollection.Name)]
public sealed class ServiceTests(SqliteApiHost host)
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/startup")]
    public async Task Health_RunningService_IsHealthy(string path)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(path);
        Assert.Equal((HttpStatusCode.OK, "healthy"), (answer.Status, answer.Json.GetProperty("status").GetString()));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Health_ForPeople_NamesTheDatabase()
    {
        using var client = host.CreateClient();
        await client.GetAnswerAsync("/api/v1/countries");
        var summary = (await client.GetAnswerAsync("/health")).Json;
        var checks = summary.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        Assert.Superset(new HashSet<string> { "process", "database", "reference data: countries" }, checks.Keys.ToHashSet());
        Assert.All(checks.Values, check => Assert.Equal("healthy", check.GetProperty("status").GetString()));
        Assert.Equal("A grain answered and reached the database.", checks["database"].GetProperty("detail").GetString());
        Assert.True(checks["database"].GetProperty("duration_ms").GetDouble() > 0);
        Assert.InRange(summary.GetProperty("since").GetDateTimeOffset(), summary.GetProperty("started_at").GetDateTimeOffset(), TimeProvider.System.GetUtcNow());
        Assert.StartsWith("0.1.0", summary.GetProperty("version").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.5,application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    public async Task Health_InABrowser_IsAPage(string accept, string mediaType)
    {
        using var client = new HttpClient { BaseAddress = host.ClientOptions.BaseAddress };
        var answer = await client.GetAnswerAsync("/health", ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.Status, answer.Message.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Accept", answer.Header("Vary"));
        Assert.Equal(mediaType == "text/html", answer.Text.Contains("<h1>LoApi is healthy</h1>", StringComparison.Ordinal));
        Assert.Equal(mediaType == "text/html", answer.Header("Content-Security-Policy")!.Contains("style-src 'sha256-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_Running_NamesTheDistribution()
    {
        using var client = host.CreateClient();
        var version = (await client.GetAnswerAsync("/version")).Json;
        Assert.Equal("LoApi", version.GetProperty("name").GetString());
        Assert.Contains(version.GetProperty("distribution").GetString(), (string[])["Embedded", "Cluster"]);
        Assert.StartsWith("0.1.0", version.GetProperty("version").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc-1_2.3", true)]
    [InlineData("x", true)]
    [InlineData("with space", false)]
    [InlineData("<script>", false)]
    [InlineData("", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public async Task RequestId_OfTheCaller_IsKeptWhereItIsSane(string sent, bool kept)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/version", ("X-Request-Id", sent));
        Assert.Equal(kept, answer.Header("X-Request-Id") == sent);
        Assert.Matches("^[A-Za-z0-9._-]{1,64}$", answer.Header("X-Request-Id"));
    }

    [Theory]
    [InlineData("/api/v1/countries")]
    [InlineData("/api/v1/countries/XX")]
    [InlineData("/version")]
    [InlineData("/nothing")]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/errors/not_found")]
    [InlineData("/api/v1/payoffs")]
    public async Task EveryAnswer_Headers_AreThoseOfTheContract(string path)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(path);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Header("Content-Security-Policy"));
        Assert.NotNull(answer.Header("Cache-Control"));
        Assert.NotNull(answer.Header("X-Request-Id"));
        Assert.Null(answer.Header("Server"));
    }

    [Fact]
    public async Task OpenApi_Document_IsTheOneThatIsCheckedIn()
    {
        using var client = host.CreateClient();
        var document = (await client.GetAnswerAsync("/openapi/v1.json")).Text.ReplaceLineEndings("\n") + "\n";
        var path = Repository.File("docs/openapi-v1.json");
        if (Environment.GetEnvironmentVariable("LOAPI_UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(path, document);
        }

        // To accept a change: LOAPI_UPDATE_OPENAPI=1 dotnet test tests/ApiFrontend.Tests --filter OpenApi_Document, and commit the file.
        Assert.Equal(await File.ReadAllTextAsync(path), document);
    }
}
