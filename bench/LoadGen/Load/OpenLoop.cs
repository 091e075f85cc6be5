using System.Runtime.ExceptionServices;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Load;

/// <summary>
/// Requests arrive by a schedule, whatever the service does, as they do from callers who do not know of each other.
/// Latency counts from the scheduled time, so that a stall shows in every request that it made wait (no coordinated
/// omission, see Gil Tene's "How NOT to Measure Latency"). What comes due while <paramref name="maxInFlight"/> requests are
/// unanswered is counted as unsent, not queued.
/// </summary>
/// <remarks>Where the generator itself is late, the latency includes that, and the service time does not: if they differ
/// while the service is quick, the generator lacks processor time.</remarks>
/// <param name="perSecond">Requests a second.</param>
/// <param name="maxInFlight">Requests without an answer, at most.</param>
/// <param name="extent">When to stop.</param>
/// <param name="time">The clock.</param>
internal sealed class OpenLoop(double perSecond, int maxInFlight, RunExtent extent, TimeProvider time) : ILoad
{
    private Exception? _fault;

    public async Task RunAsync(SendRequest send, RunRecorder recorder, CancellationToken cancellation)
    {
        using var slots = new SemaphoreSlim(maxInFlight, maxInFlight);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A thread of its own: the schedule must not wait for a thread of the pool that is busy with answers.
        await Task.Factory.StartNew(
            () => Dispatch(send, recorder, slots, stop),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        for (var slot = 0; slot < maxInFlight; slot++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }

        if (_fault is RunImpossibleException)
        {
            ExceptionDispatchInfo.Throw(_fault);
        }

        if (_fault is not null)
        {
            throw new InvalidOperationException("A request could not be sent for a reason that is a fault of this program.", _fault);
        }
    }

    private void Dispatch(SendRequest send, RunRecorder recorder, SemaphoreSlim slots, CancellationTokenSource stop)
    {
        using var schedule = new ScheduleWait(time);
        var started = time.GetTimestamp();
        var requests = extent.RequestsAt(perSecond);
        try
        {
            for (long index = 0; index < requests; index++)
            {
                var due = TimeSpan.FromTicks((long)(index * (TimeSpan.TicksPerSecond / perSecond)));
                while (due - time.GetElapsedTime(started) is var wait && wait > TimeSpan.Zero)
                {
                    schedule.For(wait, stop.Token);
                }

                stop.Token.ThrowIfCancellationRequested();
                if (slots.Wait(0, CancellationToken.None))
                {
                    _ = SendAsync(index, due, started, send, recorder, slots, stop);
                }
                else
                {
                    recorder.RecordUnsent();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ended by its user or by a fault: only what is in flight is still waited for.
        }
    }

    private async Task SendAsync(
        long index,
        TimeSpan due,
        long started,
        SendRequest send,
        RunRecorder recorder,
        SemaphoreSlim slots,
        CancellationTokenSource stop)
    {
        try
        {
            var sent = time.GetElapsedTime(started);
            var outcome = await send(index, stop.Token);
            var ended = time.GetElapsedTime(started);
            recorder.Record(outcome, ended - due, ended - sent);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run was ended; what was in flight has no outcome.
        }
        catch (Exception fault)
        {
            // Nobody awaits this task: the loop rethrows the first fault once everything has ended.
            Interlocked.CompareExchange(ref _fault, fault, null);
            await stop.CancelAsync();
        }
        finally
        {
            slots.Release();
        }
    }
}
