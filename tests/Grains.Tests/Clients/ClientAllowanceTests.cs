using FsCheck;
using FsCheck.Fluent;
using LoApi.Fixtures;
using LoApi.Grains.Clients;
using LoApi.Limits;

namespace LoApi.Grains.Tests.Clients;

public sealed class ClientAllowanceTests
{
    private static readonly RateLimit Limit = RateLimit.Default; // 100/s, 200 at once; leases of at most 5.

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero));
    private ClientUsage? _kept;

    [Fact]
    public void Lease_ByAClientThatNeverAsked_GivesTheBurstInSmallLeases()
    {
        var allowance = Open();

        Assert.Equal(5, Lease(allowance, wanted: 1_000).Granted);
        Assert.Equal(200 - 5, LeaseAll(allowance));
        var refused = Lease(allowance, wanted: 5);

        Assert.Equal(new TokenLease(0, 0, TimeSpan.FromMilliseconds(50), Limit, Daily: null), refused);
        _clock.Advance(refused.RetryAfter);
        Assert.Equal(5, Lease(allowance, wanted: 5).Granted);
    }

    [Fact]
    public void Lease_AfterACrash_StartsWithAnEmptyBurst()
    {
        Lease(Open(), wanted: 1);

        var next = Open(); // Nothing was closed.

        Assert.Equal(0, Lease(next, wanted: 1).Granted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(100, LeaseAll(next));
    }

    [Fact]
    public void Lease_AfterAnOrderlyEnd_GoesOnWhereItStood()
    {
        var allowance = Open();
        LeaseAll(allowance);
        _clock.Advance(TimeSpan.FromMilliseconds(500)); // 50 won back.
        _kept = allowance.Close();
        _clock.Advance(TimeSpan.FromMilliseconds(200)); // 20 more.

        Assert.Equal(70, LeaseAll(Open()));
    }

    [Fact]
    public void Change_OfTheLimit_KeepsWhatIsUsed()
    {
        var allowance = Open();
        LeaseAll(allowance);

        allowance.Change(new RateLimit(1_000, 300));

        Assert.Equal(100, LeaseAll(allowance));
    }

    [Fact]
    public void Lease_BeyondTheDailyQuota_IsRefusedUntilMidnight()
    {
        var allowance = Open();

        Assert.Equal(7, LeaseAll(allowance, quota: 7));
        var refused = Lease(allowance, wanted: 1, quota: 7);

        Assert.Equal(0, refused.Granted);
        Assert.Equal(TimeSpan.FromHours(9), refused.RetryAfter);
        Assert.Equal(new DailyQuota(7, 0, TimeSpan.FromHours(9)), refused.Daily);
        _clock.Advance(refused.RetryAfter);
        Assert.Equal(7, LeaseAll(allowance, quota: 7));
    }

    [Fact]
    public void Plan_OfADailyQuota_ReservesAheadInChunks()
    {
        var allowance = Open();
        var writes = 0;
        for (var leased = 0; leased < 1_000; leased += 5)
        {
            var plan = allowance.Plan(5, quota: 10_000);
            writes += plan == allowance.Usage ? 0 : 1;
            allowance.Kept(plan);
            Assert.Equal(5, allowance.Lease(5, quota: 10_000).Granted);
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(10, writes); // A hundredth of the quota each time.
    }

    [Fact]
    public void Lease_OverAnyCrashesAndRestarts_NeverExceedsTheDailyQuota()
    {
        const int quota = 500;
        var schedules = Gen.Choose(0, 9).ArrayOf().ToArbitrary();
        Prop.ForAll(schedules, steps =>
        {
            _kept = null;
            var leased = 0L;
            var lost = 0L;
            var allowance = Open();
            foreach (var step in steps)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(100));
                switch (step)
                {
                    case 0:
                        _kept = allowance.Close();
                        allowance = Open();
                        break;
                    case 1:
                        lost += 5; // The rest of a chunk, at most.
                        allowance = Open();
                        break;
                    default:
                        leased += Lease(allowance, step, quota).Granted;
                        break;
                }
            }

            _clock.Advance(TimeSpan.FromSeconds(10));
            while (LeaseAll(allowance, quota) is > 0 and var more)
            {
                leased += more;
                _clock.Advance(TimeSpan.FromSeconds(10));
            }

            Assert.InRange(leased, quota - lost, quota);
            _clock.Advance(TimeSpan.FromDays(1) - _clock.GetUtcNow().TimeOfDay);
        }).Check(Config.QuickThrowOnFailure);
    }

    private ClientAllowance Open() => new(_clock, Limit, _kept);

    /// <summary>As the grain does it.</summary>
    private TokenLease Lease(ClientAllowance allowance, int wanted, long? quota = null)
    {
        _kept = allowance.Plan(wanted, quota);
        allowance.Kept(_kept);
        return allowance.Lease(wanted, quota);
    }

    private int LeaseAll(ClientAllowance allowance, long? quota = null)
    {
        var all = 0;
        while (Lease(allowance, 5, quota) is { Granted: > 0 } lease)
        {
            all += lease.Granted;
        }

        return all;
    }
}
