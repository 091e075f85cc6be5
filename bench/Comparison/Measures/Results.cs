using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>Everything that was measured.</summary>
internal sealed class Results
{
    public List<Measurement> Measurements { get; } = [];

    public List<OpenLoopCurve> Curves { get; } = [];

    public Dictionary<DatabaseKind, double> InsertsPerSecond { get; } = [];

    public Footprint? Footprint { get; set; }

    public List<ScaledFigures> Scaled { get; } = [];

    /// <summary>What has to be known to read the figures right: turns that do not count, rounds that were left out.</summary>
    public List<string> Remarks { get; } = [];

    public Measurement? Of(DatabaseKind database, Contender contender, Work work, int connections) => Measurements.SingleOrDefault(measured =>
        measured.Database == database && measured.Contender == contender && measured.Work == work && measured.Connections == connections);

    /// <summary>How many times as many as the other's; null where one of them is missing.</summary>
    public double? Ratio(DatabaseKind database, Contender contender, Contender other, Work work, int connections) =>
        Of(database, contender, work, connections) is { } one && Of(database, other, work, connections) is { } against
            ? one.PerSecond.Median / against.PerSecond.Median
            : null;
}
