using LoApi.Errors;
using LoApi.Statistics;
using LoApi.Storage.Statistics;
using Orleans.Concurrency;

namespace LoApi.Grains.Statistics;

/// <summary>More workers than count: whoever waited for a worker would not know for how long.</summary>
[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class StatsQueryGrain(StatsRepository statistics, StatsTurns turns) : Grain, IStatsQueryGrain
{
    private static readonly Failure TooCostly = new(
        ProblemCode.TooCostly, "The database did not get through in the time that statistics are given: narrow the question by filters.");

    public async Task<Outcome<StatsTable>> CountAsync(StatsRequest request) =>
        await turns.TakeAsync(() => statistics.CountAsync(request, CancellationToken.None)) is { } table ? table : TooCostly;
}
