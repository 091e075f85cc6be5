namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ILivingGrain : IGrainWithStringKey
{
    /// <summary>Which activation of its key this is, counted from one.</summary>
    Task<int> Incarnation();

    /// <summary>Counts a call; ends the activation after it, if asked to.</summary>
    Task Count(bool deactivate);

    Task Deactivate();
}
