namespace LoApi.Reliability.Load;

/// <summary>A request that was answered in the end, however often it had to be sent.</summary>
/// <param name="EndedAt">A timestamp of the system's clock.</param>
/// <param name="Took">From the first sending to the answer that settled it.</param>
internal sealed record Settlement(long EndedAt, TimeSpan Took);
