using System.Diagnostics.Metrics;
using LoApi.Audit;

namespace LoApi.Storage.Audit;

/// <summary>How the audit log keeps up: meter <c>LoApi.Audit</c>.</summary>
public sealed class AuditMeasures
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "LoApi.Audit";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600],
    };

    // Boxed once.
    private static readonly KeyValuePair<string, object?>[] Partitions =
        [.. Enumerable.Range(0, AuditPartition.Count).Select(partition => new KeyValuePair<string, object?>("loapi.audit.partition", partition))];

    private readonly TimeProvider _time;
    private readonly Histogram<double> _lag;
    private readonly ObservableGauge<long> _length;
    private readonly ObservableGauge<double> _age;
    private volatile AuditBacklog? _backlog;

    /// <summary>Makes the instruments.</summary>
    public AuditMeasures(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Meter);
        _lag = meter.CreateHistogram<double>("loapi.audit.lag", "s", "From the change to its place in the chain.", tags: null, Seconds);
        _length = meter.CreateObservableGauge(
            "loapi.audit.outbox.length",
            () => _backlog is { } backlog ? (Measurement<long>[])[new(backlog.Count)] : [],
            "{record}",
            "Records that wait to be chained, of the whole database, as of the last look that succeeded; 100001 for that or more.");
        _age = meter.CreateObservableGauge(
            "loapi.audit.outbox.age",
            () => _backlog is { } backlog ? (Measurement<double>[])[new(AgeOf(backlog))] : [],
            "s",
            "How long ago the oldest of those that were counted happened; 0 where there is none.");
    }

    /// <summary>Whether anybody wants to know what waits.</summary>
    public bool WantsBacklog => _length.Enabled || _age.Enabled;

    /// <summary>Tells what waits; null where nobody looks, and nothing is measured.</summary>
    public void Waiting(AuditBacklog? backlog) => _backlog = backlog;

    internal void Chained(int partition, TimeSpan lag) => _lag.Record(lag.TotalSeconds, Partitions[partition]);

    private double AgeOf(AuditBacklog backlog) => backlog.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0;
}
