using System.Net;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace LoApi.ApiFrontend.Tests.Audit;

/// <summary>What has no change set to go with: denials, failures, reads. On a host that records reads of users and takes few events a second.</summary>
public sealed class AuditTrailTests(AuditTrailTests.ReadingHost host) : IClassFixture<AuditTrailTests.ReadingHost>
{
    private const string Payoffs = "/api/v1/payoffs";

    [Fact]
    public async Task CreateResource_ThenChangedAndDeleted_IsRecorded()
    {
        using var client = host.CreateClient();
        var created = await client.PostResourceAsync("""{"name":"Layout","document":{"a":1}}""");
        var id = created.Json.GetProperty("id").GetString();
        var patched = await client.PatchAnswerAsync($"/api/v1/resource/{id}", "\"1\"", """{"document":{"a":2}}""");
        await client.DeleteAnswerAsync($"/api/v1/resource/{id}", "\"2\"");

        var records = await client.RecordsAsync($"resource_id={id}", 3);

        Assert.Equal(["created", "updated", "deleted"], records.Select(record => record["code"]!.GetValue<string>()));
        Assert.Equal([1, 2, null], records.Select(record => record["version_after"]?.GetValue<int>()));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(patched.Text), records[2]["before"]));
        Assert.Null(records[2]["after"]);
    }

    [Fact]
    public async Task CreatePayoff_RefusedByARule_IsRecordedAsFailed()
    {
        using var client = host.CreateClient("1", "1");
        var (request, answer) = await PostAsync(client, Drafts.Payoff("1234567899"));
        Assert.Equal("validation_failed", answer.Code);

        var record = await RecordAsync(client, "kind=failed", request);

        Assert.Equal(
            ("failure", "validation_failed", "tests", "1", "1", "POST", Payoffs, "payoff", null, null),
            (Text(record, "outcome"), Text(record, "code"), Text(record, "client_id"), Text(record, "user_id"), Text(record, "location_id"),
                Text(record, "method"), Text(record, "path"), Text(record, "resource_type"), Text(record, "resource_id"), Text(record, "after")));
        Assert.Equal(64, Text(record, "payload_digest")!.Length);
    }

    [Fact]
    public async Task PatchPayoff_OfAnUnknownOne_IsRecordedWithItsId()
    {
        using var client = host.CreateClient("1", "1");
        var id = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await client.PatchAnswerAsync($"{Payoffs}/{id}", "\"1\"", "{}")).Status);
        var record = Assert.Single(await client.RecordsAsync($"resource_id={id}", 1));
        Assert.Equal(("failed", "not_found"), (Text(record, "kind"), Text(record, "code")));
    }

    [Fact]
    public async Task Denied_WithoutAToken_IsRecordedOfAnonymous()
    {
        using var client = host.CreateClient();
        using var stranger = host.CreateStranger();
        var request = Guid.NewGuid().ToString("N");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAnswerAsync("/api/v1/countries", ("X-Request-Id", request))).Status);

        var record = await RecordAsync(client, "kind=denied&client_id=anonymous", request);

        Assert.Equal(("failure", "GET", "/api/v1/countries"), (Text(record, "outcome"), Text(record, "method"), Text(record, "path")));
    }

    [Theory]
    [InlineData("/api/v1/users/{id}", "pat.denied@example.com")]
    [InlineData("/api/v1/payoffs/{id}", "pat-denied@example.com")]
    [InlineData("/api/v1/locations/{id}", "205-555-0177")]
    [InlineData("/api/v1/franchises/{code}", "Pat Denied")]
    public async Task Denied_WithSomethingPersonalInThePath_TellsTheRoute(string route, string personal)
    {
        using var client = host.CreateClient();
        using var stranger = host.CreateStranger();
        var request = Guid.NewGuid().ToString("N");
        var path = route[..route.IndexOf('{', StringComparison.Ordinal)] + Uri.EscapeDataString(Sensitive.Keep(personal));
        Sensitive.Keep(path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAnswerAsync(path, ("X-Request-Id", request))).Status);

        var record = await RecordAsync(client, "kind=denied&client_id=anonymous", request);

        Assert.Equal(route, Text(record, "path"));
    }

    [Fact]
    public async Task Failed_WithSomethingPersonalInThePath_TellsTheRoute()
    {
        using var client = host.CreateClient("1", "1");
        var request = Guid.NewGuid().ToString("N");
        var answer = await client.PatchAnswerAsync($"{Payoffs}/{Sensitive.Keep("pat.failed@example.com")}", "\"1\"", "{}", ("X-Request-Id", request));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);

        var record = await RecordAsync(client, "kind=failed", request);

        Assert.Equal((Payoffs + "/{id}", null), (Text(record, "path"), Text(record, "resource_id")));
    }

    [Fact]
    public async Task Denied_WithAnIdInThePath_KeepsIt()
    {
        using var client = host.CreateClient();
        using var stranger = host.CreateStranger();
        var (request, id) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAnswerAsync($"{Payoffs}/{id}", ("X-Request-Id", request))).Status);

        var record = await RecordAsync(client, "kind=denied&client_id=anonymous", request);

        Assert.Equal($"{Payoffs}/{id}", Text(record, "path"));
    }

    [Fact]
    public async Task Denied_ByScope_IsRecordedOfTheClient()
    {
        using var client = host.CreateClient();
        using var reader = host.CreateClient(host.Reader, "1", "1");
        var (request, answer) = await PostAsync(reader, Drafts.Payoff());
        Assert.Equal("insufficient_scope", answer.Code);

        var record = await RecordAsync(client, "kind=denied&client_id=reader", request);

        Assert.Equal(("failure", "insufficient_scope", "1", "1"), (Text(record, "outcome"), Text(record, "code"), Text(record, "user_id"), Text(record, "location_id")));
    }

    [Fact]
    public async Task Read_OfARecordedResource_IsRecordedAndOthersAreNot()
    {
        using var client = host.CreateClient("2");
        var (user, country) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        await client.GetAnswerAsync("/api/v1/countries/NA", ("X-Request-Id", country));
        await client.GetAnswerAsync("/api/v1/users/2", ("X-Request-Id", user));

        var record = await RecordAsync(client, "kind=read", user);

        Assert.Equal(
            ("success", "read", "user", "2", "2"),
            (Text(record, "outcome"), Text(record, "code"), Text(record, "resource_type"), Text(record, "resource_id"), Text(record, "user_id")));
        Assert.DoesNotContain(await client.RecordsAsync("kind=read", 1), other => Text(other, "request_id") == country);
    }

    [Fact]
    public async Task Failures_InAStorm_AreRecordedToTheBoundAndCounted()
    {
        using var client = host.CreateClient(host.OtherTests, "1", "1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => client.PostAnswerAsync(Payoffs, "{}", ("Idempotency-Key", "k"))));
        Assert.All(answers, answer => Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status));
        host.Clock.Advance(TimeSpan.FromSeconds(1)); // The other tests' events belong to another second.

        var lost = (await client.RecordsAsync("client_id=system&kind=failed", 1))[0];

        Assert.Equal(("events_lost", "unknown"), (Text(lost, "code"), Text(lost, "outcome")));
        var recorded = (await client.RecordsAsync("client_id=other-tests&kind=failed", 1)).Length;
        Assert.InRange(recorded, 1, 999);
        Assert.InRange(lost["after"]!["lost"]!.GetValue<int>(), 1, 1_000 - recorded);
    }

    [Fact]
    public async Task Failure_OfAProvenClientInAStormOfStrangers_IsRecorded()
    {
        using var folder = new TemporaryFolder();
        await using var own = await ConfiguredApiHost.StartAsync(folder, ("Audit:MaxEventsPerSecond", "1"));
        using var stranger = own.CreateStranger();
        using var client = own.CreateClient("1", "1");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => stranger.GetAnswerAsync(Payoffs)));
        await PostAsync(client, Drafts.Payoff("1234567899"));

        var record = Assert.Single(await client.RecordsAsync("client_id=tests&kind=failed", 1));

        Assert.Equal("validation_failed", Text(record, "code"));
    }

    private static string? Text(JsonObject record, string member) => record[member]?.GetValue<string>();

    private static async Task<(string RequestId, Answer Answer)> PostAsync(HttpClient client, string body)
    {
        var request = Guid.NewGuid().ToString("N");
        return (request, await client.PostAnswerAsync(Payoffs, body, ("Idempotency-Key", $"{Guid.NewGuid()}"), ("X-Request-Id", request)));
    }

    /// <summary>The record of a request, as soon as it is there.</summary>
    private static async Task<JsonObject> RecordAsync(HttpClient client, string filter, string requestId)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var records = await client.RecordsAsync(filter, 1);
            if (records.SingleOrDefault(record => Text(record, "request_id") == requestId) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new TimeoutException($"No record of {requestId} came.");
    }

    /// <summary>The service with settings of its own.</summary>
    public sealed class ReadingHost() : ApiHost("Sqlite")
    {
        private readonly TemporaryFolder _folder = new();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Dispose();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Audit:Reads:0", "users");
            builder.UseSetting("Audit:MaxEventsPerSecond", "50");
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={_folder.File("loapi.db")}");
    }
}
