using Orleans.Concurrency;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>Calls that note their start and end, and in between wait for a step of their probe.</summary>
public interface IGatedGrain : IGrainWithStringKey
{
    Task Write(string name, string until);

    [ReadOnly]
    Task Read(string name, string until);

    [AlwaysInterleave]
    Task Interleave(string name, string until);

    /// <summary>Only notes that it ran.</summary>
    Task Note(string name);
}
