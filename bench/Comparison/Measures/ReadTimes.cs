namespace LoApi.Comparison.Measures;

/// <summary>What is read by its id.</summary>
/// <param name="ColdMs">For the first time.</param>
/// <param name="WarmMs">Again.</param>
internal sealed record ReadTimes(double ColdMs, double WarmMs);
