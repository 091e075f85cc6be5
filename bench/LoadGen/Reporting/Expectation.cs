using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Reporting;

/// <summary>How every request of a run is expected to end: <c>created</c>, <c>replayed</c>, refused for a reason, or
/// with a status such as <c>http_201</c>.</summary>
/// <param name="Ending">As given. A reason is named whole (<c>validation_failed/check_digit</c>), or by the part before
/// or after the slash.</param>
internal sealed record Expectation(string Ending)
{
    public const string Created = "created";
    public const string Replayed = "replayed";

    private static readonly string Http201 = StatusReason.Of(201);

    /// <summary>Any answer with this status, whether it is a replay or not.</summary>
    public static Expectation OfStatus(int status) => new(StatusReason.Of(status));

    /// <summary>How many requests ended so.</summary>
    public long CountIn(RunRecorder recorder) => Ending switch
    {
        Created => recorder[OutcomeKind.Created],
        Replayed => recorder[OutcomeKind.Replayed],
        _ when Ending == Http201 => recorder[OutcomeKind.Created] + recorder[OutcomeKind.Replayed],
        _ => Reasons(recorder, OutcomeKind.Refused) + Reasons(recorder, OutcomeKind.Ok),
    };

    private long Reasons(RunRecorder recorder, OutcomeKind kind) =>
        recorder.ReasonsOf(kind).Where(entry => Names(entry.Key)).Sum(entry => entry.Value);

    private bool Names(string reason)
    {
        var slash = reason.IndexOf('/', StringComparison.Ordinal);
        return reason == Ending || (slash >= 0 && (reason[..slash] == Ending || reason[(slash + 1)..] == Ending));
    }
}
