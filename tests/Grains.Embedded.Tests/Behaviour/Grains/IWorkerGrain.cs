namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Waits for a step; answers which of the workers ran it.</summary>
    Task<Guid> Work(string until);
}
