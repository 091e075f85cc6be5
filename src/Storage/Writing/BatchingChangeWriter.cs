using System.Threading.Channels;
using LoApi.Errors;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

/// <summary>
/// Group commit: whatever waits at the moment goes into one transaction, so that many change sets share the cost of one
/// commit. A lone one is not held back to wait for company: company gathers by itself while a commit is under way.
/// </summary>
internal sealed class BatchingChangeWriter : IChangeWriter, IHostedService, IAsyncDisposable
{
    /// <summary>
    /// When a further writer begins a transaction beside the first: two half batches cost nearly twice as much as a whole
    /// one, which pays only where a commit or the way to the server takes this long.
    /// </summary>
    internal static readonly TimeSpan HelpAfter = TimeSpan.FromMilliseconds(4);

    private readonly BatchCommit _commit;
    private readonly StorageMeasures _measures;
    private readonly TimeProvider _time;
    private readonly ILogger<BatchingChangeWriter> _logger;
    private readonly Channel<PendingWrite> _queue;
    private readonly int _maxBatch;
    private readonly TimeSpan _queueTimeout;
    private readonly bool _sharesThread;
    private readonly TaskCompletionSource _draining = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Task _writers;
    private volatile bool _stopping;

    /// <param name="database">Where to.</param>
    /// <param name="audit">Is told that there is something to chain.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="scheduler">Where the writers run: by default where the database is to be written from, else on the thread pool.</param>
    public BatchingChangeWriter(
        Database database, AuditSignal audit, TimeProvider time, ILogger<BatchingChangeWriter> logger, TaskScheduler? scheduler = null)
    {
        _commit = new BatchCommit(database, audit, time, logger);
        _measures = database.Measures;
        _time = time;
        _logger = logger;
        _maxBatch = database.Options.MaxWriteBatch;
        _queueTimeout = TimeSpan.FromSeconds(database.Options.WriteQueueTimeoutSeconds);
        _queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(database.Options.MaxQueuedWrites)
        {
            SingleReader = database.Options.EffectiveWriters == 1,
        });
        _measures.ObserveQueue(() => Waiting);
        _sharesThread = database.Writer is not null;
        scheduler ??= database.Writer ?? TaskScheduler.Default;
        _writers = Task.WhenAll(Enumerable.Range(0, database.Options.EffectiveWriters).Select(number =>
            Task.Factory.StartNew(
                () => ConsumeAsync(helps: number > 0), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap()));
    }

    /// <summary>Change sets that wait for a transaction at the moment.</summary>
    public int Waiting => _queue.Reader.Count;

    public Task<WriteResult> WriteAsync(ChangeSet changes)
    {
        var write = new PendingWrite(changes, _time.GetTimestamp());
        if (_queue.Writer.TryWrite(write))
        {
            return write.Outcome;
        }

        _measures.Refused(_stopping ? QueueRefusal.Stopping : QueueRefusal.Full);
        return Task.FromException<WriteResult>(new OverloadedException());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses what comes from now on and writes what waits; gives that up only when the host's patience ends.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        _queue.Writer.TryComplete();
        _draining.TrySetResult();
        await using var impatience = cancellationToken.Register(_abandoned.Cancel);
        await _writers;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _abandoned.Dispose();
    }

    /// <param name="helps">Begins only when something is kept waiting by the others.</param>
    private async Task ConsumeAsync(bool helps)
    {
        var batch = new List<PendingWrite>(_maxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            if (helps && !await IsKeptWaitingAsync())
            {
                continue;
            }

            batch.Clear();
            while (batch.Count < _maxBatch && TryTake(out var write))
            {
                if (write is not null)
                {
                    batch.Add(write);
                }
            }

            await CommitAsync(batch);
            if (_sharesThread)
            {
                // A driver that blocks never has this wait: as long as something is in the queue, nobody else would have the
                // thread, and what is committed would not be chained.
                await Task.Yield();
            }
        }
    }

    /// <summary>Whether what waits still does so once it has waited for so long that it is worth a transaction of its own.</summary>
    private async Task<bool> IsKeptWaitingAsync()
    {
        var left = HelpAfter - SinceOldest();
        if (left > TimeSpan.Zero)
        {
            // Of less than a millisecond a delay would make nothing, and this a loop.
            var whole = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await Task.WhenAny(Task.Delay(whole, _time), _draining.Task);
        }

        return _stopping || SinceOldest() >= HelpAfter;
    }

    /// <summary>How long the oldest of those that wait has done so; nothing where none does.</summary>
    private TimeSpan SinceOldest() =>
        _queue.Reader.TryPeek(out var oldest) ? _time.GetElapsedTime(oldest.SubmittedAt) : TimeSpan.Zero;

    /// <summary>Takes a change set out of the queue, if there is one; null where its time is up and it was told so.</summary>
    private bool TryTake(out PendingWrite? write)
    {
        // Looked at first: what happens once a change set is out of the queue does not concern it any more.
        var abandoned = _abandoned.IsCancellationRequested;
        var now = _time.GetTimestamp();
        if (!_queue.Reader.TryRead(out write))
        {
            return false;
        }

        var waited = _time.GetElapsedTime(write.SubmittedAt, now);
        _measures.Taken(waited);
        if (abandoned || waited > _queueTimeout)
        {
            _measures.Refused(abandoned ? QueueRefusal.Stopping : QueueRefusal.Late);
            write.Fail(new OverloadedException());
            write = null;
        }

        return true;
    }

    private async Task CommitAsync(List<PendingWrite> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var started = _measures.Batch(batch.Count); // Before anybody is told: who is told may look.
        using var span = StorageSpans.OfBatch(batch);
        try
        {
            await _commit.WriteAsync([.. batch.OrderBy(write => write.OrderKey, StringComparer.Ordinal)]);
        }
        catch (Exception exception)
        {
            // The writer outlives whatever happens to a batch; those who wait are told.
            Log.BatchFailed(_logger, exception, batch.Count);
            StorageSpans.Fail(span, exception);
            foreach (var write in batch)
            {
                write.Fail(exception);
            }
        }

        _measures.Batched(started);
    }
}
