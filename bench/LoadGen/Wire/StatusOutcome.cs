using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Wire;

/// <summary>What a request came to, of whose answer only the status is known.</summary>
internal static class StatusOutcome
{
    private static readonly string[] Reasons = [.. Enumerable.Range(0, 1000).Select(status => $"http_{status}")];

    /// <summary>As it stands among the reasons of a run.</summary>
    public static string Reason(int status) => Reasons[status];

    public static Outcome Of(int status, bool replayed) => status switch
    {
        201 => new Outcome(replayed ? OutcomeKind.Replayed : OutcomeKind.Created, "", 0),
        >= 200 and < 300 => new Outcome(OutcomeKind.Ok, Reason(status), 0),
        >= 400 and < 500 => new Outcome(OutcomeKind.Refused, Reason(status), 0),
        _ => new Outcome(OutcomeKind.Failed, Reason(status), 0),
    };
}
