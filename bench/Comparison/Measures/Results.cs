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

    /// <summary>What has to be known to read a part's figures right: turns that do not count, rounds and contenders that were left out.</summary>
    public Dictionary<Part, List<string>> Remarks { get; } = [];

    /// <summary>A remark that is said once, however often it applies.</summary>
    public void Remark(Part part, string remark)
    {
        if (!Remarks.TryGetValue(part, out var remarks))
        {
            Remarks[part] = remarks = [];
        }

        if (!remarks.Contains(remark, StringComparer.Ordinal))
        {
            remarks.Add(remark);
        }
    }

    public Measurement? Of(DatabaseKind database, Contender contender, Work work, int connections) => Measurements.SingleOrDefault(measured =>
        measured.Database == database && measured.Contender == contender && measured.Work == work && measured.Connections == connections);

    /// <summary>How many times as many as the other's; null where one of them is missing.</summary>
    public double? Ratio(DatabaseKind database, Contender contender, Contender other, Work work, int connections) =>
        Of(database, contender, work, connections) is { } one && Of(database, other, work, connections) is { } against
            ? one.PerSecond.Median / against.PerSecond.Median
            : null;
}
