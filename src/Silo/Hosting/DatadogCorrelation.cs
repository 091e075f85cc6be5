using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace LoApi.Silo;

/// <summary>Gives each line what Datadog links logs and traces by.</summary>
internal sealed class DatadogCorrelation(string service, string environment) : ILogEventEnricher
{
    private readonly LogEventProperty[] _process =
    [
        new("dd.service", new ScalarValue(service)),
        new("dd.env", new ScalarValue(environment)),
        new("dd.version", new ScalarValue(BuildVersion.Current)),
    ];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var property in _process)
        {
            logEvent.AddPropertyIfAbsent(property);
        }

        if (logEvent is { TraceId: { } trace, SpanId: { } span })
        {
            logEvent.AddPropertyIfAbsent(new("dd.trace_id", new ScalarValue(NumberOf(trace))));
            logEvent.AddPropertyIfAbsent(new("dd.span_id", new ScalarValue(NumberOf(span))));
        }
    }

    /// <summary>The lower half of a trace's id, in decimal, as Datadog has it.</summary>
    internal static string NumberOf(ActivityTraceId trace)
    {
        Span<byte> bytes = stackalloc byte[16];
        trace.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]).ToString(CultureInfo.InvariantCulture);
    }

    internal static string NumberOf(ActivitySpanId span)
    {
        Span<byte> bytes = stackalloc byte[8];
        span.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes).ToString(CultureInfo.InvariantCulture);
    }
}
