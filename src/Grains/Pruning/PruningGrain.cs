using LoApi.Json;
using LoApi.Pruning;
using LoApi.Storage.Pruning;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Pruning;

/// <summary>Prunes by the ages that the options say.</summary>
internal sealed class PruningGrain(Pruner pruner, TimeProvider time, IOptions<PruningOptions> options) : Grain, IPruningGrain
{
    // Front ends accept tokens by clocks of their own.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    private readonly SliceSize _tokens = new(options.Value.PruneSlice);
    private readonly SliceSize _answers = new(options.Value.PruneSlice);
    private readonly SliceSize _tombstones = new(options.Value.PruneSlice);

    public async Task<bool> PruneAsync()
    {
        var now = time.GetUtcMicroseconds();
        var more = await PruneAsync(_tokens, rows => pruner.RemoveTokensAsync(now - ClockDifference, rows));
        more |= await PruneAsync(_answers, rows => pruner.EntombAnswersAsync(now - options.Value.Retention, rows));
        more |= await PruneAsync(_tombstones, rows => pruner.RemoveTombstonesAsync(now - options.Value.TombstoneRetention, rows));
        return more;
    }

    private async Task<bool> PruneAsync(SliceSize slice, Func<int, Task<int>> prune)
    {
        var started = time.GetTimestamp();
        var more = await prune(slice.Rows) == slice.Rows;
        slice.Took(time.GetElapsedTime(started), more);
        return more;
    }
}
