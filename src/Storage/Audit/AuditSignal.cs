using System.Threading.Channels;
using LoApi.Audit;

namespace LoApi.Storage.Audit;

/// <summary>
/// Tells that records wait to be chained. However often it is raised before somebody looks, it is raised once; nothing
/// is lost with it, for whoever waits looks without it too.
/// </summary>
public sealed class AuditSignal
{
    private readonly Channel<bool>[] _raised =
    [
        .. Enumerable.Range(0, AuditPartition.Count)
            .Select(_ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite })),
    ];

    /// <summary>Waits until it is raised for a partition, but no longer than so.</summary>
    public async Task WaitAsync(int partition, TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        var raised = _raised[partition].Reader;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var patience = Task.Delay(atMost, time, over.Token);
        var told = raised.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(patience, told);
        await over.CancelAsync();
        raised.TryRead(out _);
        cancellation.ThrowIfCancellationRequested();
    }

    internal void Raise(int partition) => _raised[partition].Writer.TryWrite(true);
}
