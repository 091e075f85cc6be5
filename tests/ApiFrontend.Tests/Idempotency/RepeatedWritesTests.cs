using LoApi.ApiFrontend.Idempotency;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Idempotency;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Idempotency;

/// <summary>What a write is told that takes longer than a repeat waits, by what its grain says and when.</summary>
public sealed class RepeatedWritesTests
{
    private static readonly TimeSpan WaitForFirst = TimeSpan.FromSeconds(5);
    private static readonly RecordedResponse Written = new("1", 201, "\"1\"", "{}", Replayed: false);

    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource<Outcome<RecordedResponse>> _write = new();
    private readonly TaskCompletionSource _asked = new();
    private readonly TaskCompletionSource<bool> _answer = new();

    [Fact]
    public async Task Settle_AnotherIsAtWork_IsToldSo()
    {
        var settled = await AskedAsync();
        _answer.SetResult(true);
        await WaitsAgainAsync();
        _clock.Advance(RepeatedWrites.UnderWay);
        Assert.Equal(ProblemCode.RequestInProgress, (await settled).Failure!.Code);
    }

    [Fact]
    public async Task Settle_EndedWhileItWasAsked_IsWhatWasWritten()
    {
        var settled = await AskedAsync();
        _write.SetResult(Written); // Its turn has ended, and the question meets that of a later attempt.
        _answer.SetResult(true);
        Assert.Same(Written, (await settled).Value);
    }

    [Fact]
    public async Task Settle_AnswerIsOvertaken_IsWhatWasWritten()
    {
        var settled = await AskedAsync();
        _answer.SetResult(true);
        await WaitsAgainAsync();
        _clock.Advance(RepeatedWrites.UnderWay - TimeSpan.FromMilliseconds(1));
        _write.SetResult(Written);
        Assert.Same(Written, (await settled).Value);
    }

    [Fact]
    public async Task Settle_NoOtherIsAtWork_GoesOnWaiting()
    {
        var settled = await AskedAsync();
        _answer.SetResult(false);
        await WaitsAgainAsync();
        _clock.Advance(WaitForFirst - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _clock.Timers);
        _write.SetResult(Written);
        Assert.Same(Written, (await settled).Value);
    }

    [Fact]
    public async Task Settle_QuestionFails_GoesOnWaiting()
    {
        var settled = await AskedAsync();
        _answer.SetException(new TimeoutException());
        await WaitsAgainAsync();
        _write.SetResult(Written);
        Assert.Same(Written, (await settled).Value);
    }

    /// <summary>A write that has taken as long as a repeat waits, and whose grain is being asked.</summary>
    private async Task<Task<Outcome<RecordedResponse>>> AskedAsync()
    {
        var writes = new RepeatedWrites(_clock, Options.Create(new IdempotencyOptions { WaitForFirst = WaitForFirst }), NullLogger<RepeatedWrites>.Instance);
        var settled = writes.SettleAsync(_write.Task, () =>
        {
            _asked.SetResult();
            return _answer.Task;
        });
        _clock.Advance(WaitForFirst - TimeSpan.FromMilliseconds(1));
        Assert.False(_asked.Task.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await _asked.Task;
        return settled;
    }

    private async Task WaitsAgainAsync()
    {
        while (_clock.Timers == 0)
        {
            await Task.Yield();
        }
    }
}
