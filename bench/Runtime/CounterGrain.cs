namespace LoApi.Bench.Runtime;

internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _count;

    public Task<int> Increment() => Task.FromResult(++_count);
}
