namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

#pragma warning disable MA0048 // Two of a kind.

internal sealed class CatGrain : Grain, IAnimalGrain
{
    public Task<string> Speak() => Task.FromResult("meow");
}

internal sealed class DogGrain : Grain, IAnimalGrain
{
    public Task<string> Speak() => Task.FromResult("woof");
}
