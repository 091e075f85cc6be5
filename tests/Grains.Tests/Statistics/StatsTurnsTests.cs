using System.Reflection;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Grains.Statistics;
using LoApi.Statistics;

namespace LoApi.Grains.Tests.Statistics;

public sealed class StatsTurnsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StatsTurns _turns;

    public StatsTurnsTests() => _turns = new(_time);

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task Take_WhileAsManyCountAsMay_GetsTheTurnOfTheFirstThatEnds()
    {
        var counting = Enumerable.Range(0, StatsTurns.AtOnce).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var taken = counting.Select(count => _turns.TakeAsync(() => count.Task)).ToArray();
        var waiting = _turns.TakeAsync(() => Task.FromResult(3));
        _time.Advance(StatsTurns.Patience - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);

        counting[1].SetException(new InvalidOperationException()); // One that fails gives its turn back as well.

        Assert.Equal(3, await waiting);
        await Assert.ThrowsAsync<InvalidOperationException>(() => taken[1]);
        counting[0].SetResult(1);
        Assert.Equal(1, await taken[0]);
    }

    [Fact]
    public async Task Take_WhereNoTurnComes_IsRefusedAndCountsNothing()
    {
        var counting = new TaskCompletionSource<int>();
        var taken = Enumerable.Range(0, StatsTurns.AtOnce).Select(_ => _turns.TakeAsync(() => counting.Task)).ToArray();
        var counted = false;
        var waiting = _turns.TakeAsync(() => Task.FromResult(counted = true));

        _time.Advance(StatsTurns.Patience);

        await Assert.ThrowsAsync<OverloadedException>(() => waiting);
        Assert.False(counted);
        counting.SetResult(1);
        await Task.WhenAll(taken);
    }

    [Fact]
    public void ResponseTimeout_IsLongerThanAnAnswerMayTake()
    {
        var longest = StatsTurns.Patience + TimeSpan.FromSeconds(60); // Storage:StatsTimeoutSeconds at most.
        var timeout = typeof(IStatsQueryGrain).GetMethod(nameof(IStatsQueryGrain.CountAsync))!.GetCustomAttribute<ResponseTimeoutAttribute>()!.Timeout;
        Assert.True(timeout > longest, $"{timeout} is not longer than {longest}.");
    }
}
