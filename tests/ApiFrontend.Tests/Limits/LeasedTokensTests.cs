using FsCheck;
using FsCheck.Fluent;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Grains.Clients;
using LoApi.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.ApiFrontend.Tests.Limits;

/// <summary>Front ends and a client's grain together, on a clock that the test turns.</summary>
public sealed class LeasedTokensTests
{
    private static readonly RateLimit Limit = RateLimit.Default; // 100/s, 200 at once; leases of at most 5.

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Spend_ThroughManyFrontEnds_StaysWithinTheStatedBoundInEverySpanOfTime()
    {
        var step = from pause in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 20), Gen.Choose(0, 1_500))
                   from frontEnd in Gen.Choose(0, 7)
                   from requests in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 300))
                   select (Pause: pause, FrontEnd: frontEnd, Requests: requests);
        Prop.ForAll(step.ArrayOf().ToArbitrary(), schedule =>
        {
            var allowance = new ClientAllowance(_clock, Limit, usage: null);
            var frontEnds = Enumerable.Range(0, 8).Select(_ => FrontEnd(allowance)).ToArray();
            var admitted = new List<long>();
            foreach (var (pause, frontEnd, requests) in schedule)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(pause));
                for (var i = 0; i < requests; i++)
                {
                    if (Spend(frontEnds[frontEnd]).Verdict == Verdict.Admitted)
                    {
                        admitted.Add(_clock.GetTimestamp());
                    }
                }
            }

            AssertBound(admitted, frontEnds.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void Spend_AfterLeasesWereHoarded_ReachesTheBoundAndNoMore()
    {
        const int count = 8;
        var allowance = new ClientAllowance(_clock, Limit, usage: null);
        var frontEnds = Enumerable.Range(0, count).Select(_ => FrontEnd(allowance)).ToArray();
        foreach (var frontEnd in frontEnds)
        {
            SpendAll(frontEnd);                                 // Storms make the batches large.
            _clock.Advance(TimeSpan.FromSeconds(0.2));
            for (var lease = 0; lease < 3; lease++)
            {
                Spend(frontEnd);
                SpendAll(frontEnd);
                _clock.Advance(TimeSpan.FromMilliseconds(60));
            }
        }

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.All(frontEnds, frontEnd => Assert.Equal(Verdict.Admitted, Spend(frontEnd).Verdict)); // Each holds four more.
        _clock.Advance(TimeSpan.FromSeconds(0.9));              // The bucket is full again.

        Assert.Equal(Limit.Burst + (count * 4), frontEnds.Sum(SpendAll));
    }

    [Fact]
    public void Spend_OldTokens_AreLost()
    {
        var source = new CountingSource(_ => Task.FromResult(new TokenLease(3, 0, TimeSpan.Zero, Limit, Daily: null)));
        var tokens = Tokens(source);

        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
        _clock.Advance(LeaseTerms.Lifetime - TimeSpan.FromTicks(1));
        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
        Assert.Single(source.Asked);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
        Assert.Equal(2, source.Asked.Count);
    }

    [Fact]
    public void Spend_AtTheWholeRate_AsksAboutTwentyTimesASecond()
    {
        var allowance = new ClientAllowance(_clock, Limit, usage: null);
        var source = new CountingSource(wanted => Task.FromResult(allowance.Lease(wanted, quota: null)));
        var tokens = Tokens(source);

        for (var i = 0; i < 1_000; i++)
        {
            Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(source.Asked.Count, 200, 250); // Of 1,000 requests in ten seconds.
    }

    [Fact]
    public void Spend_ByAClientThatAsksNowAndThen_LeasesOneAtATime()
    {
        var allowance = new ClientAllowance(_clock, Limit, usage: null);
        var source = new CountingSource(wanted => Task.FromResult(allowance.Lease(wanted, quota: null)));
        var tokens = Tokens(source);
        for (var i = 0; i < 50; i++)
        {
            Spend(tokens); // A storm first.
        }

        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Spend(tokens);
        }

        Assert.Equal(1, source.Asked[^1]);
    }

    [Fact]
    public void Spend_BeyondTheLimit_AsksNotForEveryRefusal()
    {
        var allowance = new ClientAllowance(_clock, Limit, usage: null);
        var source = new CountingSource(wanted => Task.FromResult(allowance.Lease(wanted, quota: null)));
        var tokens = Tokens(source);
        SpendAll(tokens);
        source.Asked.Clear();

        var admitted = 0;
        for (var i = 0; i < 10_000; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1)); // Ten times the rate, for ten seconds.
            admitted += Spend(tokens).Verdict == Verdict.Admitted ? 1 : 0;
        }

        Assert.InRange(admitted, 995, 1_000);
        Assert.InRange(source.Asked.Count, 190, 410);
    }

    [Fact]
    public void Spend_Refused_SaysWhenAgainAndWhatIsLeft()
    {
        var tokens = FrontEnd(new ClientAllowance(_clock, Limit, usage: null));

        Assert.Equal(199, Spend(tokens).Remaining);
        SpendAll(tokens);
        var refused = Spend(tokens);

        Assert.Equal(Verdict.Refused, refused.Verdict);
        Assert.Equal(0, refused.Remaining);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Spend_WhereTheGrainIsAway_IsUnknownAndAsksOnceASecond()
    {
        var source = new CountingSource(_ => throw new TimeoutException());
        var tokens = Tokens(source);

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(Verdict.Unknown, Spend(tokens).Verdict);
        }

        Assert.Single(source.Asked);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Verdict.Unknown, Spend(tokens).Verdict);
        Assert.Equal(2, source.Asked.Count);
    }

    [Fact]
    public async Task Spend_WhereTheGrainHangs_WaitsNoLongerThanThePatience()
    {
        var asked = new TaskCompletionSource();
        var tokens = Tokens(new CountingSource(_ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<TokenLease>().Task;
        }));

        var waiting = tokens.SpendAsync().AsTask();
        await asked.Task;
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Verdict.Unknown, (await waiting).Verdict);
    }

    [Fact]
    public async Task Spend_AfterARequestWaitedForAGrainThatHangs_ReturnsAtOnceAndAsksAgainAfterASecond()
    {
        var asked = new TaskCompletionSource();
        var away = new TaskCompletionSource<TokenLease>();
        var source = new CountingSource(_ =>
        {
            asked.TrySetResult();
            return away.Task;
        });
        var tokens = Tokens(source);
        var waiting = tokens.SpendAsync().AsTask();
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(2));
        await waiting;

        var second = await tokens.SpendAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)); // The clock stands still.
        Assert.Equal(Verdict.Unknown, second.Verdict);
        Assert.Equal(TimeSpan.FromSeconds(1), second.RetryAfter);
        Assert.Single(source.Asked);

        away.SetResult(new(1, 0, TimeSpan.Zero, Limit, Daily: null));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
        Assert.Equal(2, source.Asked.Count);
    }

    [Fact]
    public void Spend_WhereTheDailyQuotaIsRaised_AdmitsWithinASecond()
    {
        var allowance = new ClientAllowance(_clock, Limit, usage: null);
        var quota = 1;
        var source = new CountingSource(wanted =>
        {
            allowance.Kept(allowance.Plan(wanted, quota));
            return Task.FromResult(allowance.Lease(wanted, quota));
        });
        var tokens = Tokens(source);
        var untilMidnight = _clock.GetUtcNow().UtcDateTime.Date.AddDays(1) - _clock.GetUtcNow().UtcDateTime;

        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
        Assert.Equal(Verdict.Refused, Spend(tokens).Verdict);
        quota = 2;
        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        var refused = Spend(tokens);

        Assert.Equal(Verdict.Refused, refused.Verdict);
        Assert.Equal(untilMidnight - TimeSpan.FromSeconds(1) + TimeSpan.FromTicks(1), refused.RetryAfter);
        Assert.Equal(2, source.Asked.Count); // Not asked for every refusal.
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Verdict.Admitted, Spend(tokens).Verdict);
    }

    [Fact]
    public async Task Spend_FromManyThreads_AdmitsExactlyWhatWasLeased()
    {
        var leased = 0;
        var tokens = new LeasedTokens(
            "prepay",
            new CountingSource(wanted =>
            {
                var granted = Math.Min(wanted, 1_000 - leased);
                leased += granted;
                return Task.FromResult(new TokenLease(granted, 0, granted == 0 ? TimeSpan.FromDays(1) : TimeSpan.Zero, Limit, Daily: null));
            }),
            _clock,
            TimeSpan.FromSeconds(2),
            Measures.OfLimits(),
            NullLogger.Instance);

        var admitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = 0;
            for (var i = 0; i < 500; i++)
            {
                mine += (await tokens.SpendAsync()).Verdict == Verdict.Admitted ? 1 : 0;
            }

            return mine;
        })));

        Assert.Equal(1_000, admitted.Sum());
    }

    [Fact]
    public async Task Spend_ByACrowd_LeasesForAllThatWait()
    {
        var opened = new TaskCompletionSource();
        var limit = new RateLimit(1_000_000, 1_000_000);
        var source = new CountingSource(async wanted =>
        {
            await opened.Task;
            return new TokenLease(wanted, 0, TimeSpan.Zero, limit, Daily: null);
        });
        var tokens = Tokens(source);

        var crowd = Enumerable.Range(0, 1_000).Select(_ => tokens.SpendAsync().AsTask()).ToArray();
        opened.SetResult();

        Assert.All(await Task.WhenAll(crowd), admission => Assert.Equal(Verdict.Admitted, admission.Verdict));
        Assert.InRange(source.Asked.Count, 1, 3);
    }

    [Fact]
    public async Task Spend_OfALeasedToken_AllocatesNothing()
    {
        var tokens = Tokens(new CountingSource(_ => Task.FromResult(
            new TokenLease(10_000, 0, TimeSpan.Zero, Limit, new DailyQuota(20_000, 10_000, TimeSpan.FromHours(1))))));
        Spend(tokens);

        await tokens.SpendAsync(); // Completes at once, as all of these do: the thread stays the same.
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            await tokens.SpendAsync();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int SpendAll(LeasedTokens tokens)
    {
        var spent = 0;
        while (Spend(tokens).Verdict == Verdict.Admitted)
        {
            spent++;
        }

        return spent;
    }

    private static Admission Spend(LeasedTokens tokens) => tokens.SpendAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>burst + rate × t + front ends × lease, and burst + rate × (t + lifetime), from any admission to any later one.</summary>
    private void AssertBound(List<long> admitted, int frontEnds)
    {
        var bound = Math.Min(frontEnds * LeaseTerms.MostTokens(Limit), Limit.Rate * LeaseTerms.Lifetime.TotalSeconds);
        var leastAhead = double.PositiveInfinity;
        for (var i = 0; i < admitted.Count; i++)
        {
            var ahead = i - (Limit.Rate * _clock.GetElapsedTime(admitted[0], admitted[i]).TotalSeconds);
            leastAhead = Math.Min(leastAhead, ahead);
            Assert.InRange(ahead - leastAhead + 1 - Limit.Burst, double.NegativeInfinity, bound);
        }
    }

    private LeasedTokens FrontEnd(ClientAllowance allowance) =>
        Tokens(new CountingSource(wanted => Task.FromResult(allowance.Lease(wanted, quota: null))));

    private LeasedTokens Tokens(ITokenSource source) => new("prepay", source, _clock, patience: TimeSpan.FromSeconds(2), Measures.OfLimits(), NullLogger.Instance);
}
