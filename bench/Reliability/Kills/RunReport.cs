using System.Globalization;

namespace LoApi.Reliability.Kills;

/// <summary>A run's sums, and whatever is wrong.</summary>
internal sealed record RunReport(KillOptions Options, IReadOnlyList<RoundReport> Rounds)
{
    private const int MaxFindings = 20;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Rounds.Count} rounds on {Options.Provider}, {Options.Writers} writers, seed {Options.Seed}
        acknowledged {Rounds.Sum(round => round.Acknowledged)}, conflicts {Rounds.Sum(round => round.Conflicts)}, repeated {Rounds.Sum(round => round.Repeated)}, of which replayed {Rounds.Sum(round => round.Replayed)}
        ready again after {Rounds.Average(round => round.Recovery.TotalSeconds):F1} s on average, {Rounds.Max(round => round.Recovery.TotalSeconds):F1} s at most
        lost {Rounds.Sum(round => round.Findings.Lost.Count)}, doubled {Rounds.Sum(round => round.Findings.Doubled.Count)}, unaudited {Rounds.Sum(round => round.Findings.Unaudited.Count)}, others {Rounds.Sum(round => round.Findings.Others.Count)}
        {string.Join('\n', Rounds.SelectMany(round => round.Findings.All).Take(MaxFindings))}
        """);
}
