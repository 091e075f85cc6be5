using LoApi.Operations;

namespace LoApi.ApiFrontend.Ops;

/// <summary>One process, as the page shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Role">What it is.</param>
/// <param name="Machine">Where.</param>
/// <param name="Version">Its version.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="SilentSeconds">How long ago it was heard of.</param>
/// <param name="HasEnded">Whether that was because it was told to stop.</param>
/// <param name="IsServing">Whether it serves the page.</param>
/// <param name="Checks">What it has checked.</param>
/// <param name="Figures">Its own figures that have no label.</param>
internal sealed record OpsProcess(
    string Id,
    string Role,
    string Machine,
    string Version,
    DateTimeOffset StartedAt,
    double SilentSeconds,
    bool HasEnded,
    bool IsServing,
    IReadOnlyList<ProcessCheck> Checks,
    IReadOnlyDictionary<string, double> Figures);
