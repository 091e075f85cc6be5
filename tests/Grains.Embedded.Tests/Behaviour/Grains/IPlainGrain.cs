namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IPlainGrain : IGrainWithStringKey
{
    Task<string> Describe();

    Task Deactivate();
}
