using LoApi.ApiFrontend.Limits;
using LoApi.Fixtures;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Tests.Limits;

public sealed class LeaseTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void IsSilent_LeaseThatWasSpentSinceTheClockWasRead_IsNot()
    {
        var read = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var lease = new Lease(new(1, 0, TimeSpan.Zero, RateLimit.Default, Daily: null), _clock.GetTimestamp(), _clock, TimeSpan.Zero);
        Assert.True(lease.TrySpend(_clock.GetTimestamp()));

        Assert.False(lease.TrySpend(read));
        Assert.False(lease.IsSilent(read));
    }

    [Fact]
    public void IsSilent_LeaseThatGaveNothing_IsUntilItsTime()
    {
        var lease = new Lease(new(0, 0, TimeSpan.FromMilliseconds(10), RateLimit.Default, Daily: null), _clock.GetTimestamp(), _clock, TimeSpan.FromMilliseconds(10));

        _clock.Advance(TimeSpan.FromMilliseconds(9));
        Assert.True(lease.IsSilent(_clock.GetTimestamp()));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(lease.IsSilent(_clock.GetTimestamp()));
    }
}
