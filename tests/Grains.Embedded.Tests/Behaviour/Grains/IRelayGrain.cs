namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Asks the next grain, which asks the next … and adds one each.</summary>
    Task<int> Relay(int hops);

    /// <summary>Hands a reference to itself to another grain, which calls back after this call.</summary>
    Task<string> Introduce(IRelayGrain other);

    Task<string> Meet(IRelayGrain guest);
}
