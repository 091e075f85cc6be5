using LoApi.Operations;

namespace LoApi.ApiFrontend.Ops;

/// <summary>What the page shows.</summary>
/// <param name="At">When.</param>
/// <param name="AloneSince">Since when only this front end is shown, because others could not be asked; null where all are.</param>
/// <param name="DashboardUrl">Where the Orleans Dashboard is, or null.</param>
/// <param name="Processes">Every process.</param>
/// <param name="Figures">The figures of all of them together: by name, and by label.</param>
/// <param name="Problems">The last problems of all of them, the last one first.</param>
/// <param name="History">The slots that were asked for.</param>
internal sealed record OpsView(
    DateTimeOffset At,
    DateTimeOffset? AloneSince,
    string? DashboardUrl,
    IReadOnlyList<OpsProcess> Processes,
    IReadOnlyDictionary<string, Dictionary<string, double>> Figures,
    IReadOnlyList<SeenProblem> Problems,
    IReadOnlyList<HistorySample> History);
