using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Tests;

public sealed class OpenLoopTests
{
    private static readonly Outcome Created = new(OutcomeKind.Created, "", 0);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task RunAsync_AsManyInFlightAsAllowed_CountsTheRestAsUnsent()
    {
        var clock = new ManualClock();
        var recorder = new RunRecorder();
        var answer = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = new CancellationTokenSource();
        var running = new OpenLoop(10, maxInFlight: 2, RunExtent.Of(1_000), clock)
            .RunAsync((_, _) => answer.Task, recorder, interrupt.Token);

        // At 0 and 100 ms there is room; at 200 and 300 ms there is none.
        for (var step = 1; step <= 3; step++)
        {
            await clock.TimerDueAtAsync(step * Interval);
            clock.Advance(Interval);
        }

        await clock.TimerDueAtAsync(4 * Interval);
        Assert.Equal(2, recorder.Unsent);
        await interrupt.CancelAsync();
        answer.SetResult(Created);
        await running;

        Assert.Equal(2, recorder[OutcomeKind.Created]);
        Assert.Equal(2, recorder.Unsent);
        Assert.Equal(TimeSpan.FromMilliseconds(200), recorder.Latency.Min);
        Assert.Equal(TimeSpan.FromMilliseconds(300), recorder.Latency.Max);
    }

    [Fact]
    public async Task RunAsync_ClockJumpsAhead_SendsWhatCameDueAndCountsFromSchedule()
    {
        var clock = new ManualClock();
        var recorder = new RunRecorder();
        var running = new OpenLoop(10, maxInFlight: 1, RunExtent.Of(5), clock)
            .RunAsync((_, _) => Task.FromResult(Created), recorder, CancellationToken.None);

        await clock.TimerDueAtAsync(Interval);
        clock.Jump(4 * Interval);
        await running;

        Assert.Equal(5, recorder.Completed);
        Assert.Equal(0, recorder.Unsent);
        Assert.Equal(TimeSpan.FromMilliseconds(300), recorder.Latency.Max);
        Assert.Equal(TimeSpan.Zero, recorder.ServiceTime.Max);
    }

    [Fact]
    public async Task RunAsync_SystemClock_SendsNothingBeforeItsTime()
    {
        var started = TimeProvider.System.GetTimestamp();
        var sent = new List<TimeSpan>();

        await new OpenLoop(500, maxInFlight: 1, RunExtent.Of(20), TimeProvider.System)
            .RunAsync(Send, new RunRecorder(), CancellationToken.None);

        Assert.Equal(20, sent.Count);
        Assert.All(sent, (at, index) => Assert.True(at >= TimeSpan.FromMilliseconds(2 * index), $"{index} at {at}"));

        Task<Outcome> Send(long index, CancellationToken cancellation)
        {
            sent.Add(TimeProvider.System.GetElapsedTime(started));
            return Task.FromResult(Created);
        }
    }

    [Fact]
    public async Task RunAsync_SendThrows_EndsTheRunAndTells()
    {
        var clock = new ManualClock();
        var fault = new InvalidCastException("a fault of the program");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new OpenLoop(10, maxInFlight: 2, RunExtent.Of(1_000), clock)
                .RunAsync((_, _) => throw fault, new RunRecorder(), CancellationToken.None));

        Assert.Same(fault, thrown.InnerException);
    }

    [Fact]
    public async Task RunAsync_Cancelled_ReturnsWithoutTheRest()
    {
        var clock = new ManualClock();
        var recorder = new RunRecorder();
        using var interrupt = new CancellationTokenSource();
        var running = new OpenLoop(10, maxInFlight: 2, RunExtent.Of(1_000), clock)
            .RunAsync((_, _) => Task.FromResult(Created), recorder, interrupt.Token);

        await clock.TimerDueAtAsync(Interval);
        await interrupt.CancelAsync();
        await running;

        Assert.Equal(1, recorder.Completed);
        Assert.Equal(0, recorder.Unsent);
    }

    [Theory]
    [InlineData(10, 1, 10)]
    [InlineData(10, 0.25, 3)]
    [InlineData(0.1, 10, 1)]
    [InlineData(1_000, 0.3, 300)]
    public void RequestsAt_RateAndDuration_AreThoseDueBeforeTheEnd(double perSecond, double seconds, long expected) =>
        Assert.Equal(expected, RunExtent.For(TimeSpan.FromSeconds(seconds)).RequestsAt(perSecond));
}
