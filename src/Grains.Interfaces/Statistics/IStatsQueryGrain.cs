using LoApi.Errors;

namespace LoApi.Statistics;

/// <summary>Counts, over every tenant. A stateless worker: any activation answers any question.</summary>
[Alias("IStatsQueryGrain")]
public interface IStatsQueryGrain : IGrainWithIntegerKey
{
    /// <summary>The counts; fails with <see cref="ProblemCode.TooCostly"/> where the database does not get there in time.</summary>
    [Alias("Count")]
    Task<Outcome<StatsTable>> CountAsync(StatsRequest request);
}
