using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Storage.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Audit;

public abstract class AuditRecordTests(ApiHost host) : IDisposable
{
    private const string Payoffs = "/api/v1/payoffs";

    private readonly HttpClient _client = host.CreateClient("1", "1");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task CreatePayoff_Accepted_IsRecorded()
    {
        var started = TimeProvider.System.GetUtcNow();
        var draft = Drafts.Payoff();
        var answer = await _client.PostAnswerAsync(
            Payoffs,
            draft,
            ("Idempotency-Key", $"{Guid.NewGuid()}"),
            ("X-Request-Id", "request-of-this-test"),
            ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        var id = answer.Json.GetProperty("id").GetString();

        var record = Assert.Single(await _client.RecordsAsync($"resource_id={id}", 1));

        Assert.Equal(
            [
                "id", "partition", "position", "kind", "outcome", "code", "occurred_at", "client_id", "user_id", "location_id", "method", "path",
                "resource_type", "resource_id", "version_before", "version_after", "before", "after", "request_id", "trace_id", "remote_ip",
                "payload_digest", "previous_hash", "hash",
            ],
            record.Select(member => member.Key));
        Assert.Equal(
            """["change","success","created","tests","1","1","POST","/api/v1/payoffs","payoff",null,1,null,"request-of-this-test","4bf92f3577b34da6a3ce929d0e0e4736","127.0.0.1"]""",
            new JsonArray([.. new[]
            {
                "kind", "outcome", "code", "client_id", "user_id", "location_id", "method", "path", "resource_type", "version_before", "version_after",
                "before", "request_id", "trace_id", "remote_ip",
            }.Select(member => record[member]?.DeepClone())]).ToJsonString());
        Assert.Equal(answer.Text, record["after"]!.ToJsonString(Relaxed));
        Assert.Equal(SHA256.HashSizeInBytes * 2, record["payload_digest"]!.GetValue<string>().Length);
        Assert.InRange(record["occurred_at"]!.GetValue<DateTimeOffset>(), started.AddMilliseconds(-1), TimeProvider.System.GetUtcNow());

        var alone = await _client.GetAnswerAsync($"{AuditLogExtensions.Path}/{record["id"]}");
        Assert.True(JsonNode.DeepEquals(record, JsonNode.Parse(alone.Text)));
    }

    [Fact]
    public async Task ChangePayoff_EachVersion_IsRecordedWithWhatItWasBefore()
    {
        var (path, id) = await CreateAsync();
        var patched = await _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash"}""");
        var cancelled = await _client.DeleteAnswerAsync(path, "\"2\"");

        var records = await _client.RecordsAsync($"resource_id={id}", 3);

        Assert.Equal(["POST", "PATCH", "DELETE"], records.Select(record => record["method"]!.GetValue<string>()));
        Assert.Equal([null, 1, 2], records.Select(record => record["version_before"]?.GetValue<int>()));
        Assert.Equal([1, 2, 3], records.Select(record => record["version_after"]!.GetValue<int>()));
        Assert.True(JsonNode.DeepEquals(records[0]["after"], records[1]["before"]));
        Assert.Equal(patched.Text, records[1]["after"]!.ToJsonString(Relaxed));
        Assert.Equal(patched.Text, records[2]["before"]!.ToJsonString(Relaxed));
        Assert.Equal(cancelled.Text, records[2]["after"]!.ToJsonString(Relaxed));
        Assert.Null(records[2]["payload_digest"]);
        Assert.Single(records.Select(record => record["partition"]!.GetValue<int>()).Distinct());
    }

    [Fact]
    public async Task CreatePayoff_AThousandTimesAtOnceWithOneKey_IsOnePayoffAndOneRecord()
    {
        var (draft, key) = (Drafts.Payoff(), $"{Guid.NewGuid()}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => _client.PostAnswerAsync(Payoffs, draft, ("Idempotency-Key", key))));

        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Created || answer.Code == "request_in_progress", answer.Text));
        var created = answers.Where(answer => answer.Status == HttpStatusCode.Created).ToArray();
        Assert.Single(created.Select(answer => answer.Text).Distinct());
        var id = created[0].Json.GetProperty("id").GetString();
        await AssertChainedAsync();
        Assert.Single(await _client.RecordsAsync($"resource_id={id}", 1));
    }

    [Fact]
    public async Task PatchPayoff_SixtyFourRacingWriters_CanBeReplayedFromTheLog()
    {
        var (path, id) = await CreateAsync();
        var rounds = await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            var accepted = 0;
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var etag = (await _client.GetAnswerAsync(path)).Header("ETag");
                var answer = await _client.PatchAnswerAsync(path, etag, $$$"""{"contact":{"name":"Writer {{{writer}}}","phone":"{{{attempt}}}"}}""");
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, answer.Text);
                accepted += answer.Status == HttpStatusCode.OK ? 1 : 0;
            }

            return accepted;
        }));

        var last = await _client.GetAnswerAsync(path);
        var versions = rounds.Sum() + 1;
        Assert.Equal(versions, last.Json.GetProperty("version").GetInt32());
        await AssertChainedAsync();
        var records = (await _client.RecordsAsync($"resource_id={id}&kind=change", versions)).OrderBy(record => record["position"]!.GetValue<long>()).ToArray();
        Assert.Equal(Enumerable.Range(1, versions), records.Select(record => record["version_after"]!.GetValue<int>()));

        JsonNode? replayed = null;
        foreach (var record in records)
        {
            Assert.True(JsonNode.DeepEquals(replayed, record["before"]), "A record does not begin where the one before it ended.");
            replayed = record["after"];
        }

        Assert.Equal(last.Text, replayed!.ToJsonString(Relaxed));
    }

    [Fact]
    public async Task ListAuditRecords_ByEachFilter_FindsTheRecord()
    {
        var (_, id) = await CreateAsync();
        var record = Assert.Single(await _client.RecordsAsync($"resource_id={id}", 1));
        var at = record["occurred_at"]!.GetValue<string>();
        foreach (var filter in new[]
        {
            "resource_type=payoff", "resource-type=payoff", "client_id=tests", "user_id=1", "kind=change", "kind[in]=change,denied",
            $"occurred_at[gte]={at}", $"occurred_at[lte]={at}", $"occurred_at={at}", "client_id[in]=x,tests",
        })
        {
            Assert.Single(await _client.RecordsAsync($"resource_id={id}&{filter}", 1));
        }

        foreach (var filter in new[] { "resource_type=resource", "client_id=x", "user_id=2", "kind=denied", $"occurred_at[gt]={at}", $"occurred_at[lt]={at}" })
        {
            Assert.Empty(await _client.RecordsAsync($"resource_id={id}&{filter}", 0));
        }
    }

    [Fact]
    public async Task ListAuditRecords_PageByPage_ReturnsEachOnce()
    {
        var (path, id) = await CreateAsync();
        for (var version = 1; version <= 6; version++)
        {
            await _client.PatchAnswerAsync(path, $"\"{version}\"", """{"reason":"cash"}""");
        }

        await _client.RecordsAsync($"resource_id={id}", 7);
        var versions = new List<int>();
        var next = $"{AuditLogExtensions.Path}?resource_id={id}&limit=2&count=true";
        while (next is not null)
        {
            var page = await _client.GetAnswerAsync(next);
            Assert.Equal(7, page.Json.GetProperty("total").GetInt32());
            versions.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(record => record.GetProperty("version_after").GetInt32()));
            next = page.Json.TryGetProperty("next_cursor", out var cursor)
                ? $"{AuditLogExtensions.Path}?resource_id={id}&limit=2&count=true&cursor={cursor}"
                : null;
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], versions);
    }

    [Theory]
    [InlineData("kind=everything")]
    [InlineData("hash=1")]
    [InlineData("occurred_at=yesterday")]
    [InlineData("sort=client_id")]
    public async Task ListAuditRecords_UnknownQuery_IsRefused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAnswerAsync($"{AuditLogExtensions.Path}?{query}")).Status);

    [Theory]
    [InlineData("1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task GetAuditRecord_Unknown_IsNotFound(string id) =>
        Assert.Equal("not_found", (await _client.GetAnswerAsync($"{AuditLogExtensions.Path}/{id}")).Code);

    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<(string Path, string Id)> CreateAsync()
    {
        var answer = await _client.PostAnswerAsync(Payoffs, Drafts.Payoff(), ("Idempotency-Key", $"{Guid.NewGuid()}"));
        var id = answer.Json.GetProperty("id").GetString()!;
        return ($"{Payoffs}/{id}", id);
    }

    /// <summary>Waits until all that was committed so far is chained, and finds the chains sound.</summary>
    private async Task AssertChainedAsync()
    {
        var log = host.Services.GetRequiredService<AuditRepository>();
        while ((await log.BacklogAsync()).Count > 0)
        {
            await Task.Yield();
        }

        Assert.Empty((await host.Services.GetRequiredService<AuditVerification>().VerifyAsync(AuditRange.All)).Findings);
    }
}
