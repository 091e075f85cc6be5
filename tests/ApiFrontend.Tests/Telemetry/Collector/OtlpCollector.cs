using System.Diagnostics;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Telemetry.Collector;

/// <summary>An OpenTelemetry collector on loopback, which decodes what it is sent, and answers as a test tells it to.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<CollectedSpan> _spans = [];
    private readonly List<CollectedMetric> _metrics = [];

    private OtlpCollector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The status of every answer.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>What every answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Deliveries that came, answered or not.</summary>
    public int Deliveries { get; private set; }

    public IReadOnlyList<CollectedSpan> Spans
    {
        get
        {
            lock (_lock)
            {
                return [.. _spans];
            }
        }
    }

    public IReadOnlyList<CollectedMetric> Metrics
    {
        get
        {
            lock (_lock)
            {
                return [.. _metrics];
            }
        }
    }

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new OtlpCollector(app);
        app.MapPost("/v1/traces", http => collector.TakeAsync(http, export => collector._spans.AddRange(OtlpMessages.Spans(export))));
        app.MapPost("/v1/metrics", http => collector.TakeAsync(http, export => collector._metrics.AddRange(OtlpMessages.Metrics(export))));
        await app.StartAsync();
        return collector;
    }

    /// <summary>The spans of a trace, once there are those that are looked for.</summary>
    public async Task<IReadOnlyList<CollectedSpan>> SpansAsync(string traceId, Func<IReadOnlyList<CollectedSpan>, bool> areThere)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var spans = Spans.Where(span => span.TraceId == traceId).ToList();
            if (areThere(spans))
            {
                return spans;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Of trace {traceId} came: {string.Join(", ", spans.Select(span => span.Name))}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(Sensitive.FindIn(Spans.Select(span => $"{span.Name} {string.Join(' ', span.Tags)}")));
        Assert.Empty(Sensitive.FindIn(Metrics.Select(metric => $"{metric.Name} {string.Join(' ', metric.Tags)}")));
    }

    private async Task TakeAsync(HttpContext http, Action<ProtobufMessage> keep)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        lock (_lock)
        {
            Deliveries++;
            if (Status == StatusCodes.Status200OK)
            {
                keep(new ProtobufMessage(body.ToArray()));
            }
        }

        await Gate;
        http.Response.StatusCode = Status;
    }
}
