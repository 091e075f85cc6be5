namespace LoApi.Comparison.Loads;

/// <summary>What a contender made of an offered rate.</summary>
/// <param name="Offered">Requests a second, by schedule.</param>
/// <param name="Share">Share of its own peak.</param>
/// <param name="P50Ms">Median latency, from the scheduled moment; null where half of what was due was never sent.</param>
/// <param name="P99Ms">99th percentile of it; null where more than 1 % of what was due was never sent.</param>
/// <param name="Unsent">Requests that could not be sent, since too many were without an answer.</param>
internal sealed record OpenLoopRun(double Offered, double Share, double? P50Ms, double? P99Ms, long Unsent);
