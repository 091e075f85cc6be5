namespace LoApi.Comparison.Measures;

/// <summary>A page at the beginning of a list and one far behind, both full.</summary>
/// <param name="FirstMs">The first one.</param>
/// <param name="FarPage">The number of the other.</param>
/// <param name="FarMs">It.</param>
internal sealed record PageTimes(double FirstMs, int FarPage, double FarMs);
