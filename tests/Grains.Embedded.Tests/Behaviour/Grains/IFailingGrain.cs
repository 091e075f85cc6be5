namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface IFailingGrain : IGrainWithStringKey
{
    Task FailAtOnce(string message);

    Task<int> FailLater(string message);

    ValueTask<int> FailInValueTask(string message);

    ValueTask Succeed();
}
