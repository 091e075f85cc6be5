namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class CountingGrain : Grain, ICountingGrain
{
    private int _count;

    public async Task<int> Increment()
    {
        var probe = Probe.Of(this.GetPrimaryKeyString());
        probe.Enter();
        var read = _count;
        await Task.Yield();
        _count = read + 1;
        probe.Leave();
        return _count;
    }

    public Task<int> Get() => Task.FromResult(_count);
}
