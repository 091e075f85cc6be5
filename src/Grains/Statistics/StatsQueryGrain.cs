using LoApi.Errors;
using LoApi.Statistics;
using LoApi.Storage.Statistics;
using Orleans.Concurrency;

namespace LoApi.Grains.Statistics;

/// <summary>Few at a time: who counts must leave the database to those who work.</summary>
[StatelessWorker(maxLocalWorkers: 2)]
internal sealed class StatsQueryGrain(StatsRepository statistics) : Grain, IStatsQueryGrain
{
    private static readonly Failure TooCostly = new(
        ProblemCode.TooCostly, "The database did not get through in the time that statistics are given: narrow the question by filters.");

    public async Task<Outcome<StatsTable>> CountAsync(StatsRequest request) =>
        await statistics.CountAsync(request, CancellationToken.None) is { } table ? table : TooCostly;
}
