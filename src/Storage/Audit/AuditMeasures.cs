using System.Diagnostics.Metrics;

namespace LoApi.Storage.Audit;

/// <summary>How the audit log keeps up: meter <c>LoApi.Audit</c>.</summary>
internal sealed class AuditMeasures
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "LoApi.Audit";

    private readonly Histogram<double> _lag;

    public AuditMeasures(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _lag = meter.CreateHistogram<double>(
            "loapi.audit.lag", "s", "From the change to its place in the chain.");
    }

    public void Chained(int partition, TimeSpan lag) => _lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("partition", partition));
}
