namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Write(string name, string until);
}
