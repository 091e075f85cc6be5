using System.Net;
using System.Security.Cryptography;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>One failing request, followed by one id.</summary>
[Collection(AloneCollection.Name)]
public sealed class FollowedRequestTests(TracedWorld world) : IClassFixture<TracedWorld>
{
    [Fact]
    public async Task Request_ThatFails_IsFoundByItsIdInAnswerLogTraceAndAuditLog()
    {
        var traceId = RandomNumberGenerator.GetHexString(32, lowercase: true);
        using var client = world.Caller("1");

        var answer = await client.PostAnswerAsync(
            "/api/v1/payoffs",
            Drafts.Payoff("1234567899"), // Its last digit is wrong.
            ("Idempotency-Key", Guid.NewGuid().ToString()),
            ("traceparent", $"00-{traceId}-00f067aa0ba902b7-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var id = answer.Header("X-Request-Id");
        Assert.Equal(id, answer.Json.GetProperty("request_id").GetString());

        var line = await RequestLogTests.LineAsync(world.Host, answer);
        Assert.Equal((422, "tests", "1", traceId), (line["Status"], line["ClientId"], line["UserId"], line["TraceId"]));

        var spans = await world.Collector.SpansAsync(traceId, spans => spans.Any(span => span.Tags.GetValueOrDefault("loapi.request.id") == id));
        var request = Assert.Single(spans, span => span.Tags.GetValueOrDefault("loapi.request.id") == id);
        Assert.Equal(("422", "validation_failed"), (request.Tags["http.response.status_code"], request.Tags["loapi.problem.code"]));

        using var auditor = world.Host.CreateClient();
        var record = Assert.Single(await auditor.RecordsAsync("kind=failed", 1));
        Assert.Equal(
            (id, "failed", "validation_failed", traceId),
            (record["request_id"]!.GetValue<string>(), record["kind"]!.GetValue<string>(), record["code"]!.GetValue<string>(), record["trace_id"]!.GetValue<string>()));
    }
}
