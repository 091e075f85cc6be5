namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

public interface IGateKeeperGrain : IGrainWithStringKey
{
    /// <summary>Waits for a step, and calls another grain then.</summary>
    Task ThenNote(string until, string key);
}
