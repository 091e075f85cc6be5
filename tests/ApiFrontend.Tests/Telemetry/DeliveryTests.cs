using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Telemetry.Collector;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Http;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>A receiver that is slow, fails or is absent costs no request, and no memory beyond the bound.</summary>
[Collection(AloneCollection.Name)]
public sealed class DeliveryTests
{
    private const int QueueBound = 512;
    private const int OneDelivery = 512;

    [Fact]
    public async Task Receiver_ThatDoesNotAnswer_CostsNoRequestAndHoldsNoMoreThanItsBound()
    {
        await using var collector = await OtlpCollector.StartAsync();
        var gate = new TaskCompletionSource();
        collector.Gate = gate.Task;
        using var folder = new TemporaryFolder();
        await using (var host = await StartAsync(folder, collector.Address))
        {
            await AskAsync(host, 4 * (QueueBound + OneDelivery));
            gate.SetResult();
        }

        // A request is a span at least: what was not dropped is what one delivery and the queue hold, and what came last.
        var delivered = collector.Spans.Count(span => span is { Service: "loapi-bound", Source: "Microsoft.AspNetCore" } && span.Name.StartsWith("GET /api/v1/countries/", StringComparison.Ordinal));
        Assert.InRange(delivered, 1, (2 * OneDelivery) + QueueBound);
    }

    [Fact]
    public async Task Receiver_ThatFails_CostsNoRequestAndIsToldOfOnce()
    {
        await using var collector = await OtlpCollector.StartAsync();
        collector.Status = StatusCodes.Status500InternalServerError;
        using var folder = new TemporaryFolder();
        await using var host = await StartAsync(folder, collector.Address);

        await AskAsync(host, 2 * OneDelivery);
        while (collector.Deliveries < 4)
        {
            await AskAsync(host, OneDelivery);
        }

        Assert.Single(host.Logs.Entries, entry => entry.Message.Contains("for v1/traces is not delivered: status 500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receiver_ThatIsAbsent_CostsNoRequest()
    {
        string address;
        await using (var gone = await OtlpCollector.StartAsync())
        {
            address = gone.Address;
        }

        using var folder = new TemporaryFolder();
        await using var host = await StartAsync(folder, address);

        await AskAsync(host, 2 * OneDelivery);
    }

    private static Task<ConfiguredApiHost> StartAsync(TemporaryFolder folder, string collector) => ConfiguredApiHost.StartAsync(
        folder,
        ("Telemetry:OtlpEndpoint", collector),
        ("Telemetry:TraceSampling", "1"),
        ("Telemetry:MaxQueuedSpans", $"{QueueBound}"),
        ("Telemetry:MetricsInterval", "01:00:00"),
        ("Telemetry:Service", "loapi-bound"));

    private static async Task AskAsync(ConfiguredApiHost host, int requests)
    {
        using var client = host.CreateClient();
        for (var i = 0; i < requests; i++)
        {
            using var answer = await client.GetAsync("/api/v1/countries/NA");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
