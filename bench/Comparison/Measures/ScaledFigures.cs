using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Measures;

/// <summary>LoApi with so many users and payoffs. Times are medians in milliseconds, of requests one after the other.</summary>
/// <param name="Database">On which database.</param>
/// <param name="Size">So many users, and so many payoffs.</param>
/// <param name="Payoffs">Pages of 50 payoffs of a location that has 60 % of them.</param>
/// <param name="Users">The same of users.</param>
/// <param name="Payoff">A payoff by id.</param>
/// <param name="User">A user by id.</param>
/// <param name="BytesPerGrain">What the heap grew by for each further payoff that was read; null where there are too few.</param>
internal sealed record ScaledFigures(
    DatabaseKind Database, int Size, PageTimes Payoffs, PageTimes Users, ReadTimes Payoff, ReadTimes User, double? BytesPerGrain);
