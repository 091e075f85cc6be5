using LoApi.Errors;

namespace LoApi.Statistics;

/// <summary>Counts, over every tenant. A stateless worker: any activation answers any question.</summary>
[Alias("IStatsQueryGrain")]
public interface IStatsQueryGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The counts; fails with <see cref="ProblemCode.TooCostly"/> where the database does not get there in time. Throws
    /// <see cref="OverloadedException"/> where too much is counted already.
    /// </summary>
    /// <remarks>It is waited for longer than for other grains: the database may be given a minute, after a wait for a turn.</remarks>
    [Alias("Count")]
    [ResponseTimeout("00:01:15")]
    Task<Outcome<StatsTable>> CountAsync(StatsRequest request);
}
