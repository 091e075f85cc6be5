namespace LoApi.Bench.Runtime;

/// <summary>The least that a grain can do.</summary>
internal interface ICounterGrain : IGrainWithIntegerKey
{
    Task<int> Increment();
}
