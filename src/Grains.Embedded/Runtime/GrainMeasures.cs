using System.Diagnostics.Metrics;

namespace Orleans.Embedded;

/// <summary>How busy the runtime is: meter <c>LoApi.Grains</c>. On Orleans itself its own meter, <c>Microsoft.Orleans</c>, tells.</summary>
internal sealed class GrainMeasures
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "LoApi.Grains";

    private const string GrainType = "loapi.grain.type";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
    };

    private readonly Histogram<double> _turn;

    public GrainMeasures(IMeterFactory meters, IReadOnlyCollection<GrainClass> classes)
    {
        var meter = meters.Create(Meter);
        _turn = meter.CreateHistogram<double>(
            "loapi.grains.turn.duration", "s", "How long a grain held its thread, from one await to the next.", tags: null, Seconds);
        meter.CreateObservableUpDownCounter(
            "loapi.grains.activations",
            () => classes.Select(grain => new Measurement<int>(grain.ActivationCount, grain.Tag)),
            "{activation}",
            "Grains in memory.");
        meter.CreateObservableUpDownCounter(
            "loapi.grains.queue.length",
            () => classes.Select(grain => new Measurement<int>(grain.Queues.Waiting, grain.Tag)),
            "{call}",
            "Calls that wait for their turn, at the last look, once a second.");
        meter.CreateObservableGauge(
            "loapi.grains.queue.longest",
            () => classes.Select(grain => new Measurement<int>(grain.Queues.Longest, grain.Tag)),
            "{call}",
            "Calls that wait for one and the same grain: the longest queue at the last look, once a second.");
    }

    /// <summary>Whether anybody wants to know how long turns take.</summary>
    public bool TimesTurns => _turn.Enabled;

    /// <summary>What tells measurements of a grain class from others.</summary>
    public static KeyValuePair<string, object?> TagOf(string grainType) => new(GrainType, grainType);

    /// <summary>A turn ended.</summary>
    public void Turned(TimeSpan duration, in KeyValuePair<string, object?> grain) => _turn.Record(duration.TotalSeconds, grain);
}
