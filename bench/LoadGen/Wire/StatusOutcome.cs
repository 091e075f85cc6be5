using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Wire;

/// <summary>What a request came to, of whose answer only the status is known.</summary>
internal static class StatusOutcome
{
    public static Outcome Of(int status, bool replayed) => status switch
    {
        201 => new Outcome(replayed ? OutcomeKind.Replayed : OutcomeKind.Created, "", 0),
        >= 200 and < 300 => new Outcome(OutcomeKind.Ok, StatusReason.Of(status), 0),
        >= 400 and < 500 => new Outcome(OutcomeKind.Refused, StatusReason.Of(status), 0),
        _ => new Outcome(OutcomeKind.Failed, StatusReason.Of(status), 0),
    };
}
