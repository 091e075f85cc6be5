namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IAnimalGrain : IGrainWithIntegerKey
{
    Task<string> Speak();
}
