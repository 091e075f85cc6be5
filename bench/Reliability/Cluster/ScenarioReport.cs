using System.Globalization;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Cluster;

/// <summary>What happened in a scenario.</summary>
internal sealed record ScenarioReport
{
    private const int MaxFindings = 20;

    public required Scenario Scenario { get; init; }

    /// <summary>What it befell, in words.</summary>
    public required string Cluster { get; init; }

    /// <summary>Writes that were acknowledged before.</summary>
    public required int Before { get; init; }

    /// <summary>Writes that were acknowledged after.</summary>
    public required int After { get; init; }

    /// <summary>How long it took until all silos were there again.</summary>
    public required TimeSpan WholeAfter { get; init; }

    /// <summary>What the processes did.</summary>
    public required Course Course { get; init; }

    /// <summary>What callers noticed.</summary>
    public required Experience Experience { get; init; }

    /// <summary>What is wrong.</summary>
    public required Findings Findings { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Scenario.Name}: {Scenario.Description} ({Cluster}){string.Concat(Course.Notes.Select(note => $"\n  {note}"))}
          writes acknowledged before {Before}, after {After}; answers after it {Experience.Requests}; all silos back after {WholeAfter.TotalSeconds:F1} s
          errors: {Experience.ErrorLine}; the last after {Experience.ErrorsUntil.TotalSeconds:F1} s
          longest stall {Experience.LongestStall.TotalSeconds:F2} s; p99 before {Experience.Before.TotalMilliseconds:F0} ms, back {(Experience.BackAfter is { } back ? $"after {back.TotalSeconds:F0} s" : "not within the run")}
          lost {Findings.Lost.Count}, doubled {Findings.Doubled.Count}, unaudited {Findings.Unaudited.Count}, others {Findings.Others.Count}
        {string.Join('\n', Findings.All.Take(MaxFindings))}
        """).TrimEnd();
}
