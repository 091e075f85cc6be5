using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Reporting;

/// <summary>How every request of a run is expected to end: <c>created</c>, <c>replayed</c>, or refused for a reason.</summary>
/// <param name="Ending">As given. A reason is named whole (<c>validation_failed/check_digit</c>), or by the part before
/// or after the slash.</param>
internal sealed record Expectation(string Ending)
{
    public const string Created = "created";
    public const string Replayed = "replayed";

    /// <summary>How many requests ended so.</summary>
    public long CountIn(RunRecorder recorder) => Ending switch
    {
        Created => recorder[OutcomeKind.Created],
        Replayed => recorder[OutcomeKind.Replayed],
        _ => recorder.ReasonsOf(OutcomeKind.Refused).Where(entry => Names(entry.Key)).Sum(entry => entry.Value),
    };

    private bool Names(string reason)
    {
        var slash = reason.IndexOf('/', StringComparison.Ordinal);
        return reason == Ending || (slash >= 0 && (reason[..slash] == Ending || reason[(slash + 1)..] == Ending));
    }
}
