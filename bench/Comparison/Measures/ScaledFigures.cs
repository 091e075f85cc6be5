using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Measures;

/// <summary>LoApi with so many users and payoffs.</summary>
/// <param name="Database">On which database.</param>
/// <param name="Size">So many users, and so many payoffs.</param>
/// <param name="FirstPage">Milliseconds of the first page of 50 payoffs of a location that has 60 % of them; median.</param>
/// <param name="FarPage">The number of a page far behind: 10,000, or the last one.</param>
/// <param name="FarPageMs">Milliseconds of that page; median.</param>
/// <param name="ColdPerSecond">Payoffs by id a second, each read for the first time.</param>
/// <param name="WarmPerSecond">The same ones once more.</param>
/// <param name="BytesPerGrain">What memory grew by, for each.</param>
internal sealed record ScaledFigures(
    DatabaseKind Database, int Size, double FirstPage, int FarPage, double FarPageMs, double ColdPerSecond, double WarmPerSecond, double BytesPerGrain);
