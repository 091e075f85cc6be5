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

    public async Task<bool> PruneAsync()
    {
        var (now, slice) = (time.GetUtcMicroseconds(), options.Value.PruneSlice);
        var tokens = await pruner.RemoveTokensAsync(now - ClockDifference, slice);
        var answers = await pruner.EntombAnswersAsync(now - options.Value.Retention, slice);
        var tombstones = await pruner.RemoveTombstonesAsync(now - options.Value.TombstoneRetention, slice);
        return Math.Max(tokens, Math.Max(answers, tombstones)) == slice;
    }
}
