using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Telemetry.Collector;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>What arrives at a collector, held against what was done.</summary>
[Collection(AloneCollection.Name)]
public sealed class TraceTests(TracedWorld world) : IClassFixture<TracedWorld>
{
    private const string Request = "Microsoft.AspNetCore";
    private const string Storage = "LoApi.Storage";

    [Fact]
    public async Task Write_ThatIsTraced_ArrivesFromTheCallersSpanToTheCommit()
    {
        var (traceparent, traceId, callerId) = Traceparent(sampled: true);
        using var client = world.Caller("1");

        var answer = await client.PostAnswerAsync(
            "/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", Guid.NewGuid().ToString()), ("traceparent", traceparent));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var spans = await world.Collector.SpansAsync(traceId, spans => spans.Any(span => span.ParentId == callerId));
        var request = Assert.Single(spans, span => span.ParentId == callerId);
        Assert.Equal(
            ("loapi-tests", callerId, "POST /api/v1/payoffs/", "201", answer.Header("X-Request-Id"), "tests", false),
            (request.Service, request.ParentId, request.Name, request.Tags["http.response.status_code"], request.Tags["loapi.request.id"],
                request.Tags["loapi.client.id"], request.Failed));

        // Every other span is in its caller's.
        Assert.All(spans.Where(span => span != request), span => Assert.Contains(spans, parent => parent.SpanId == span.ParentId));

        var grain = Assert.Single(spans, span => span.Name is "IPayoffGrain.CreateAsync" or "IPayoffGrain/CreateAsync" && span.ParentId == request.SpanId);
        var batch = Assert.Single(spans, span => span is { Source: Storage, Name: "batch" });
        Assert.Contains(batch.ParentId, Within(spans, grain));
        Assert.Contains(batch.ParentId, batch.Links);
        var insert = Assert.Single(spans, span => span.Name == "INSERT" && span.Tags["db.query.text"].StartsWith("INSERT INTO PAYOFF (", StringComparison.Ordinal));
        Assert.Equal((batch.SpanId, "sqlite"), (insert.ParentId, insert.Tags["db.system.name"]));
        Assert.Single(spans, span => span.Name == "COMMIT" && span.ParentId == batch.SpanId);
        Assert.Equal("payoff", grain.Tags["loapi.grain.type"]);
        Assert.DoesNotContain(spans, span => span.Tags.Values.Any(value => value.Contains(answer.Json.GetProperty("id").GetString()!, StringComparison.Ordinal)));

        // Who vouches for the user was asked within the trace: its own server's span, of this test's process too, is in that of the call.
        var outgoing = Assert.Single(spans, span => span.Source == "System.Net.Http");
        Assert.Single(spans, span => span.Source == Request && span.ParentId == outgoing.SpanId);
    }

    [Fact]
    public async Task Read_ThatIsTraced_TellsTheGrainsTypeAndNotTheId()
    {
        var (traceparent, traceId, callerId) = Traceparent(sampled: true);
        var id = $"ada.{RandomNumberGenerator.GetHexString(8)}";
        using var client = world.Caller("2");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAnswerAsync($"/api/v1/users/{id}", ("traceparent", traceparent))).Status);

        var spans = await world.Collector.SpansAsync(traceId, spans => spans.Any(span => span.ParentId == callerId));
        Assert.Contains(spans, span => span.Tags.GetValueOrDefault("loapi.grain.type") == "user");
        Assert.Contains(spans, span => span is { Source: Storage, Name: "SELECT" } && span.Tags["db.query.text"].Contains("FROM LO_USER", StringComparison.Ordinal));
        Assert.DoesNotContain(spans, span => span.Name.Contains(id, StringComparison.Ordinal) || span.Tags.Values.Any(value => value.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Request_WhoseCallerIsNotTraced_IsNotEither()
    {
        var (untraced, untracedId, _) = Traceparent(sampled: false);
        var (traced, tracedId, _) = Traceparent(sampled: true);
        using var client = world.Caller("2");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/locations", ("traceparent", untraced))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/locations", ("traceparent", traced))).Status);

        await world.Collector.SpansAsync(tracedId, spans => spans.Any(span => span.Source == Request));
        Assert.Empty(await world.Collector.SpansAsync(untracedId, _ => true));
    }

    [Fact]
    public async Task Metrics_ArriveWithTheirUnitsAndTags()
    {
        using var client = world.Caller("2");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/locations")).Status);

        await Until(() => world.Collector.Metrics.Any(metric => metric is { Name: "http.server.request.duration", Unit: "s", Value: >= 1 }
            && metric.Tags.GetValueOrDefault("loapi.client.id") == "tests"
            && metric.Tags.GetValueOrDefault("http.route") == "/api/v1/locations/"));
        await Until(() => world.Collector.Metrics.Any(metric => metric is { Name: "loapi.limiter.decisions", Unit: "{request}", Value: >= 1 }));
        await Until(() => world.Collector.Metrics.Any(metric => metric is { Name: "loapi.storage.readers.max", Value: 32 }));
    }

    private static (string Header, string TraceId, string SpanId) Traceparent(bool sampled)
    {
        var (trace, span) = (RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(16, lowercase: true));
        return ($"00-{trace}-{span}-0{(sampled ? 1 : 0)}", trace, span);
    }

    private static IEnumerable<string> Within(IReadOnlyList<CollectedSpan> spans, CollectedSpan outer) =>
        spans.Where(span => span.ParentId == outer.SpanId).SelectMany(inner => Within(spans, inner)).Prepend(outer.SpanId);

    private static async Task Until(Func<bool> reached)
    {
        var started = Stopwatch.GetTimestamp();
        while (!reached())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(90), "It did not come.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
