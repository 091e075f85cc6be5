namespace LoApi.Comparison.Measures;

/// <summary>What LoApi needs to be there.</summary>
/// <param name="FirstStart">From process start to ready, on a database that is filled with the demonstration data on the way.</param>
/// <param name="Start">The same on a filled database.</param>
/// <param name="IdleBytes">Resident then.</param>
/// <param name="Grains">Grains that were called since.</param>
/// <param name="ActiveBytes">Resident with those.</param>
internal sealed record Footprint(TimeSpan FirstStart, TimeSpan Start, long IdleBytes, int Grains, long ActiveBytes);
