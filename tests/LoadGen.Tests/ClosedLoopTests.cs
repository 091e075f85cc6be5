using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Tests;

public sealed class ClosedLoopTests
{
    [Fact]
    public async Task RunAsync_SendThrows_EndsEveryCallerAndTells()
    {
        var fault = new InvalidCastException("a fault of the program");
        var loop = new ClosedLoop(2, RunExtent.For(TimeSpan.FromSeconds(1)), new ManualClock());

        var thrown = await Assert.ThrowsAsync<InvalidCastException>(() => loop.RunAsync(Send, new RunRecorder(), CancellationToken.None));

        Assert.Same(fault, thrown);

        async Task<Outcome> Send(long index, CancellationToken cancellation)
        {
            if (index == 1)
            {
                throw fault;
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return default;
        }
    }

    [Fact]
    public async Task RunAsync_NumberOfRequests_SendsEachOnce()
    {
        var sent = new System.Collections.Concurrent.ConcurrentQueue<long>();
        var recorder = new RunRecorder();

        await new ClosedLoop(8, RunExtent.Of(1_000), new ManualClock()).RunAsync(Send, recorder, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1_000).Select(index => (long)index), sent.Order());
        Assert.Equal(1_000, recorder[OutcomeKind.Ok]);

        async Task<Outcome> Send(long index, CancellationToken cancellation)
        {
            await Task.Yield();
            sent.Enqueue(index);
            return new Outcome(OutcomeKind.Ok, "", 0);
        }
    }
}
