using System.Reflection;
using LoApi.Caching;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Grains.Caching;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.Grains.Tests.Caching;

public sealed class CachedRowTests
{
    private static readonly CacheOptions Options = new();

    private readonly FakeTimeProvider _clock = new();
    private readonly Queue<Task<string?>> _reads = [];
    private readonly CachedRow<string> _row;

    public CachedRowTests() => _row = new(new NoGrain(), _clock, Options, NullLogger.Instance, _reads.Dequeue);

    [Fact]
    public async Task Get_PutInDoubtWhileItIsRead_IsWhatWasReadAllTheSame()
    {
        var first = Enqueue();
        var second = Enqueue();
        var early = _row.GetAsync().AsTask();
        _row.Invalidate();
        var late = _row.GetAsync().AsTask();

        first.SetResult("first");
        Assert.Equal("first", await early);
        second.SetResult("second");
        Assert.Equal("second", await late);
        Assert.Equal("second", await _row.GetAsync());
    }

    [Fact]
    public async Task Get_OlderReadEndsAfterANewerOne_IsNotKept()
    {
        var first = Enqueue();
        var second = Enqueue();
        var early = _row.GetAsync().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var late = _row.GetAsync().AsTask();

        second.SetResult("second");
        Assert.Equal("second", await late);
        first.SetResult("first");
        Assert.Equal("second", await early);
    }

    [Fact]
    public async Task Read_DatabaseAway_GoesOnUntilMaxStale()
    {
        await KeepAsync("kept");
        _clock.Advance(Options.MaxAge);
        Enqueue().SetException(new DatabaseUnavailableException());

        Assert.Equal(new("kept", Options.MaxAge), await _row.ReadAsync());
        Assert.Equal("kept", (await _row.ReadAsync()).Row); // Without asking again at once.

        _clock.Advance(Options.MaxStale - Options.MaxAge);
        Enqueue().SetException(new DatabaseUnavailableException());
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _row.ReadAsync());
    }

    [Fact]
    public async Task Read_AnotherFaultThanAnAbsentDatabase_IsThrown()
    {
        await KeepAsync("kept");
        _clock.Advance(Options.MaxAge);
        Enqueue().SetException(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _row.ReadAsync());
    }

    [Fact]
    public async Task Read_RowThatHasJustBecomeTooOldAndDatabaseStandsStill_WaitsForPatienceOnly()
    {
        await KeepAsync("kept");
        _clock.Advance(Options.MaxAge);
        var hanging = Enqueue();

        var waiting = _row.ReadAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        _clock.Advance(Options.Patience);
        Assert.Equal("kept", (await waiting).Row);
        Assert.Equal("kept", (await _row.ReadAsync()).Row);

        hanging.SetResult("new");
        Assert.Equal("new", (await _row.ReadAsync()).Row);
    }

    [Fact]
    public async Task Read_RowOfLongAgoAndSlowDatabase_WaitsForWhatItSays()
    {
        await KeepAsync("kept");
        _clock.Advance(TimeSpan.FromMinutes(50));
        var slow = Enqueue();

        var waiting = _row.ReadAsync().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(waiting.IsCompleted);
        slow.SetResult("new");
        Assert.Equal("new", (await waiting).Row);
    }

    [Fact]
    public async Task Read_DatabaseStandsStillAfterAFailure_WaitsForPatienceOnly()
    {
        await KeepAsync("kept");
        _clock.Advance(TimeSpan.FromMinutes(50));
        Enqueue().SetException(new DatabaseUnavailableException());
        Assert.Equal("kept", (await _row.ReadAsync()).Row);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Enqueue();

        var waiting = _row.ReadAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        _clock.Advance(Options.Patience);
        Assert.Equal("kept", (await waiting).Row);
    }

    private async Task KeepAsync(string row)
    {
        Enqueue().SetResult(row);
        Assert.Equal(new(row, TimeSpan.Zero), await _row.ReadAsync());
    }

    private TaskCompletionSource<string?> Enqueue()
    {
        var read = new TaskCompletionSource<string?>();
        _reads.Enqueue(read.Task);
        return read;
    }

    /// <summary>Rows that are there ask nothing of their grain but its name, for the log.</summary>
    private sealed class NoGrain : IGrainBase
    {
        public IGrainContext GrainContext { get; } = DispatchProxy.Create<IGrainContext, NamedContext>();
    }

    private class NamedContext : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == $"get_{nameof(IGrainContext.GrainId)}" ? GrainId.Create("row", "1") : throw new NotSupportedException();
    }
}
