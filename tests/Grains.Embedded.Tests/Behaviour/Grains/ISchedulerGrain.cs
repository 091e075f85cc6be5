namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ISchedulerGrain : IGrainWithIntegerKey
{
    /// <summary>Which ways of going on keep the grain's scheduler.</summary>
    Task<string> Describe();

    /// <summary>What the caller's async local is here.</summary>
    Task<string?> ReadAmbient();
}
