namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ICountingGrain : IGrainWithStringKey
{
    /// <summary>Adds one, with an await between reading and writing.</summary>
    Task<int> Increment();

    Task<int> Get();
}
