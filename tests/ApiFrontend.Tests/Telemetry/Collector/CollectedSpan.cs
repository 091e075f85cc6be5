namespace LoApi.ApiFrontend.Tests.Telemetry.Collector;

/// <summary>A span that was delivered.</summary>
internal sealed record CollectedSpan(
    string Service,
    string Source,
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    bool Failed,
    IReadOnlyList<string> Links,
    IReadOnlyDictionary<string, string> Tags);
