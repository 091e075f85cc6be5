namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

#pragma warning disable MA0048 // One per kind of key.

public interface IStringKeyGrain : IGrainWithStringKey
{
    Task<string> Describe();
}

public interface IGuidKeyGrain : IGrainWithGuidKey
{
    Task<string> Describe();
}

public interface IIntegerKeyGrain : IGrainWithIntegerKey
{
    Task<string> Describe();
}
