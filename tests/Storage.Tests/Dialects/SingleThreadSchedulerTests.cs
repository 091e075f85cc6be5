using LoApi.Storage.Sql;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>The thread that SQLite's driver may hold.</summary>
public sealed class SingleThreadSchedulerTests
{
    [Fact]
    public async Task Run_OfManyAtOnce_StaysOnOneThreadAfterEveryAwait()
    {
        using var scheduler = new SingleThreadScheduler("of a test");

        var threads = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scheduler.RunAsync(async () =>
        {
            var before = Thread.CurrentThread;
            await Task.Yield();
            await Task.Run(() => { });
            return new[] { before, Thread.CurrentThread };
        })));

        var thread = Assert.Single(threads.SelectMany(each => each).Distinct());
        Assert.Equal("of a test", thread.Name);
        Assert.False(thread.IsThreadPoolThread);
    }

    [Fact]
    public async Task Run_OfWhatFails_TellsWhoAsked()
    {
        using var scheduler = new SingleThreadScheduler("of a test");

        await Assert.ThrowsAsync<InvalidDataException>(() => scheduler.RunAsync(() => throw new InvalidDataException()));

        Assert.Equal(1, await scheduler.RunAsync(() => Task.FromResult(1))); // And goes on.
    }

    [Fact]
    public async Task Dispose_WhileSomethingIsUnderWay_LetsItEnd()
    {
        var scheduler = new SingleThreadScheduler("of a test");
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = scheduler.RunAsync(async () =>
        {
            await released.Task;
            return Thread.CurrentThread.IsThreadPoolThread;
        });
        await scheduler.RunAsync(() => Task.CompletedTask); // What is asked first comes first: the other one waits by now.

        scheduler.Dispose();
        released.SetResult();

        Assert.True(await work);
        Assert.True(await scheduler.RunAsync(() => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread)));
    }
}
