using LoApi.ApiFrontend.Statistics;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Statistics;

namespace LoApi.ApiFrontend.Tests.Statistics;

public sealed class StatsCacheTests
{
    private static readonly StatsRequest Question = new(StatsSubject.Payoffs, [], [], 10);

    private readonly FakeTimeProvider _time = new();
    private readonly Counter _grain = new();
    private readonly StatsCache _cache;

    public StatsCacheTests() => _cache = new(StubGrains.Of(_grain), _time);

    [Fact]
    public async Task Count_TheSameAtOnce_IsCountedOnce()
    {
        var first = _cache.CountAsync("a", Question);
        var second = _cache.CountAsync("a", Question);
        await _grain.CompleteAsync();

        Assert.Same((await first).Outcome.Value, (await second).Outcome.Value);
        Assert.Equal(1, _grain.Asked);
    }

    [Fact]
    public async Task Count_WhileTheAnswerIsGood_IsTheSameAndOlder()
    {
        var first = await AnswerAsync("a");
        _time.Advance(StatsCache.KeptFor - TimeSpan.FromSeconds(1));
        var second = await _cache.CountAsync("a", Question);

        Assert.Same(first.Outcome.Value, second.Outcome.Value);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(9)), (first.Age, second.Age));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first.Outcome.Value, (await AnswerAsync("a")).Outcome.Value);
    }

    [Fact]
    public async Task Count_AfterAFailure_AsksAgain()
    {
        var failing = _cache.CountAsync("a", Question);
        await _grain.CompleteAsync(new OverloadedException());
        await Assert.ThrowsAsync<OverloadedException>(() => failing);

        Assert.False((await AnswerAsync("a")).Outcome.Failed);
    }

    [Fact]
    public async Task Count_MoreAtOnceThanIsAllowed_IsRefusedUntilOneEnds()
    {
        var asked = Enumerable.Range(0, StatsCache.MaxAsked).Select(i => _cache.CountAsync($"{i}", Question)).ToArray();
        await Assert.ThrowsAsync<OverloadedException>(() => _cache.CountAsync("one more", Question));
        foreach (var _ in asked)
        {
            await _grain.CompleteAsync();
        }

        await Task.WhenAll(asked);
        Assert.False((await AnswerAsync("one more")).Outcome.Failed);
    }

    [Fact]
    public async Task Count_MoreThanAreKept_ForgetsTheOldest()
    {
        for (var i = 0; i <= StatsCache.Capacity; i++)
        {
            await AnswerAsync($"{i}");
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var kept = _grain.Asked;
        await _cache.CountAsync("1", Question);
        Assert.Equal(kept, _grain.Asked);
        await AnswerAsync("0");
        Assert.Equal(kept + 1, _grain.Asked);
    }

    private async Task<(Outcome<StatsTable> Outcome, TimeSpan Age)> AnswerAsync(string identity)
    {
        var answer = _cache.CountAsync(identity, Question);
        await _grain.CompleteAsync();
        return await answer;
    }

    private sealed class Counter : IStatsQueryGrain
    {
        private readonly System.Threading.Channels.Channel<TaskCompletionSource<Outcome<StatsTable>>> _asked =
            System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<Outcome<StatsTable>>>();

        private int _count;

        public int Asked => _count;

        public Task<Outcome<StatsTable>> CountAsync(StatsRequest request)
        {
            Interlocked.Increment(ref _count);
            var answer = new TaskCompletionSource<Outcome<StatsTable>>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(_asked.Writer.TryWrite(answer));
            return answer.Task;
        }

        public async Task CompleteAsync(Exception? failure = null)
        {
            var answer = await _asked.Reader.ReadAsync();
            if (failure is null)
            {
                answer.SetResult(new StatsTable([], Truncated: false));
            }
            else
            {
                answer.SetException(failure);
            }
        }
    }
}
