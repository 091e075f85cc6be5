namespace LoApi.Storage.Audit;

/// <summary>What one round of chaining came to.</summary>
/// <param name="Count">Records that were chained.</param>
/// <param name="Head">The chain's end afterwards; null where nothing was chained.</param>
/// <param name="More">Whether there may be more.</param>
public sealed record ChainedBatch(int Count, ChainHead? Head, bool More)
{
    internal static ChainedBatch Nothing { get; } = new(0, Head: null, More: false);
}
