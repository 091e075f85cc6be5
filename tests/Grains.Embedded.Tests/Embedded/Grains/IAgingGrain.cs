namespace LoApi.Grains.Embedded.Tests.Embedded.Grains;

public interface IAgingGrain : IGrainWithStringKey
{
    /// <summary>Which activation of its key this is, counted from one.</summary>
    Task<int> Incarnation();

    Task Delay(TimeSpan time);
}
