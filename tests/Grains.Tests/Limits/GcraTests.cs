using FsCheck;
using FsCheck.Fluent;
using LoApi.Limits;

namespace LoApi.Grains.Tests.Limits;

public sealed class GcraTests
{
    private const long Frequency = 1_000_000_000;

    private static readonly RateLimit Default = RateLimit.Default;

    // Requests close together and far apart, few and many, at rates that do and do not divide the frequency.
    private static Arbitrary<(RateLimit Limit, (long Elapsed, int Wanted)[] Requests)> Schedules
    {
        get
        {
            var limits = from rate in Gen.OneOf(Gen.Choose(1, 300), Gen.Choose(1, RateLimit.Most))
                         from burst in Gen.OneOf(Gen.Choose(1, 50), Gen.Choose(1, RateLimit.Most))
                         select new RateLimit(rate, burst);
            var requests = from elapsed in Gen.OneOf(Gen.Choose(0, 10), Gen.Choose(0, 100_000_000), Gen.Choose(0, int.MaxValue))
                           from wanted in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, RateLimit.Most))
                           select ((long)elapsed, wanted);
            return (from limit in limits from many in requests.ArrayOf() select (limit, many)).ToArbitrary();
        }
    }

    [Fact]
    public void Take_AnySchedule_GrantsWhatATokenBucketGrants() =>
        Prop.ForAll(Schedules, schedule =>
        {
            var now = 123_456_789_012_345L;
            var gcra = new Gcra(schedule.Limit, Frequency);
            var model = new TokenBucketModel(schedule.Limit, Frequency, now);
            Int128 arrival = 0;
            foreach (var (elapsed, wanted) in schedule.Requests)
            {
                now += elapsed;
                Assert.Equal(model.Take(now, wanted), gcra.Take(ref arrival, now, wanted));
                Assert.Equal(model.Available(now), gcra.Available(arrival, now));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Until_AnySchedule_IsTheFirstMomentAtWhichThereAreSoMany() =>
        Prop.ForAll(Schedules, schedule =>
        {
            var now = 1L;
            var gcra = new Gcra(schedule.Limit, TimeSpan.TicksPerSecond);
            Int128 arrival = 0;
            foreach (var (elapsed, wanted) in schedule.Requests)
            {
                now += elapsed;
                gcra.Take(ref arrival, now, wanted);
                var tokens = Math.Min(wanted, schedule.Limit.Burst);
                var wait = gcra.Until(arrival, now, wanted).Ticks;
                Assert.True(gcra.Available(arrival, now + wait) >= tokens);
                Assert.True(wait == 0 || gcra.Available(arrival, now + wait - 1) < tokens);
                Assert.Equal(schedule.Limit.Burst, gcra.Available(arrival, now + gcra.UntilFull(arrival, now).Ticks));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Spent_AtOnce_HasNothingAndThenTheRate()
    {
        var gcra = new Gcra(Default, Frequency);
        var arrival = gcra.Spent(now: 5);

        Assert.Equal(0, gcra.Take(ref arrival, now: 5, wanted: 10));
        Assert.Equal(TimeSpan.FromMilliseconds(10), gcra.Until(arrival, now: 5, tokens: 1));
        Assert.Equal(100, gcra.Available(arrival, now: 5 + Frequency));
        Assert.Equal(200, gcra.Available(arrival, now: 5 + (100 * Frequency)));
    }

    [Fact]
    public void Carry_ToAnotherLimit_LeavesAsMuchUsed()
    {
        var before = new Gcra(Default, Frequency);
        Int128 arrival = 0;
        before.Take(ref arrival, now: Frequency, wanted: 150);

        var after = new RateLimit(10, 400);
        arrival = before.Carry(arrival, now: Frequency, after);

        Assert.Equal(250, new Gcra(after, Frequency).Available(arrival, Frequency));
        Assert.Equal(260, new Gcra(after, Frequency).Available(arrival, 2 * Frequency));
    }

    [Fact]
    public void FullIn_RestOfAnotherBucket_IsWhereThatStood()
    {
        var gcra = new Gcra(Default, Frequency);
        Int128 arrival = 0;
        gcra.Take(ref arrival, now: 77, wanted: 150);

        var restored = gcra.FullIn(gcra.UntilFull(arrival, now: 77), now: 9_999);

        Assert.Equal(50, gcra.Available(restored, now: 9_999));
        Assert.Equal(0, gcra.Available(gcra.FullIn(TimeSpan.FromDays(1), now: 9_999), now: 9_999)); // A clock that was set.
        Assert.Equal(200, gcra.Available(gcra.FullIn(-TimeSpan.FromDays(1), now: 9_999), now: 9_999));
    }
}
