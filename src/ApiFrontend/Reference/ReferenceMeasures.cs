using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LoApi.ApiFrontend.Telemetry;

namespace LoApi.ApiFrontend.Reference;

/// <summary>How old this process's snapshots of reference data are.</summary>
internal sealed class ReferenceMeasures
{
    private const string Table = "loapi.reference.table";

    private readonly ConcurrentDictionary<string, Func<(TimeSpan Age, long Version)?>> _snapshots = new(StringComparer.Ordinal);

    public ReferenceMeasures(IMeterFactory meters)
    {
        var meter = FrontEndMeter.Of(meters);
        meter.CreateObservableGauge(
            "loapi.reference.age",
            () => Measure(snapshot => snapshot.Age.TotalSeconds),
            "s",
            "How long ago the snapshot of a table was last found to be the grain's.");
        meter.CreateObservableGauge(
            "loapi.reference.version",
            () => Measure(snapshot => snapshot.Version),
            "{version}",
            "Which version of a table the snapshot is.");
    }

    /// <summary>Measures a table's snapshot from now on; null while there is none.</summary>
    public void Observe(string table, Func<(TimeSpan Age, long Version)?> snapshot) => _snapshots[table] = snapshot;

    private IEnumerable<Measurement<T>> Measure<T>(Func<(TimeSpan Age, long Version), T> value)
        where T : struct
    {
        foreach (var (table, snapshot) in _snapshots)
        {
            if (snapshot() is { } seen)
            {
                yield return new(value(seen), new KeyValuePair<string, object?>(Table, table));
            }
        }
    }
}
