using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Load;

/// <summary>
/// A fixed number of callers, each of which sends its next request when its last one has ended: how fast the service can
/// go. What requests wait while it stalls stays unseen, because nobody sends them; that is what <see cref="OpenLoop"/> is for.
/// </summary>
/// <param name="callers">How many.</param>
/// <param name="extent">When to stop.</param>
/// <param name="time">The clock.</param>
internal sealed class ClosedLoop(int callers, RunExtent extent, TimeProvider time) : ILoad
{
    private long _next = -1;

    public async Task RunAsync(SendRequest send, RunRecorder recorder, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var started = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync(started, send, recorder, stop)));
    }

    private async Task CallAsync(long started, SendRequest send, RunRecorder recorder, CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && !extent.IsOver(time.GetElapsedTime(started)))
            {
                var index = Interlocked.Increment(ref _next);
                if (index >= extent.Requests)
                {
                    return;
                }

                var sent = time.GetTimestamp();
                var outcome = await send(index, stop.Token);
                var took = time.GetElapsedTime(sent);
                recorder.Record(outcome, took, took);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run was ended, by its user or by a fault in another caller; what was in flight has no outcome.
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
