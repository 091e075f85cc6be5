namespace LoApi.Reliability.Load;

/// <summary>A request that got no complete answer, or one of 500 and above.</summary>
/// <param name="EndedAt">A timestamp of the system's clock.</param>
/// <param name="Code">The problem's code, or the status; <see cref="NoAnswer"/> where no complete answer came.</param>
/// <param name="SaysWhen">Whether it came with <c>Retry-After</c>.</param>
internal sealed record Failure(long EndedAt, string Code, bool SaysWhen)
{
    public const string NoAnswer = "no_answer";
}
