namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

public interface IStubbornGrain : IGrainWithStringKey
{
    Task Call();

    Task Deactivate();
}
