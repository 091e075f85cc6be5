using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class StatelessWorkerTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Calls_MoreThanWorkersMayBe_UseThemAllAndNoMore()
    {
        var key = NewKey();
        var probe = Probe.Of(key);
        var worker = Grains.GetGrain<IWorkerGrain>(key);

        var calls = Enumerable.Range(0, 10).Select(_ => worker.Work(until: "go")).ToArray();
        await probe.Until("worker 3").WaitAsync(Patience);
        probe.Step("go");
        var workers = await Task.WhenAll(calls).WaitAsync(Patience);

        Assert.Equal(3, probe.MostRunning);
        Assert.Equal(3, workers.Distinct().Count());
    }

    [Fact]
    public async Task Calls_OneAfterTheOther_UseOneWorker()
    {
        var key = NewKey();
        Probe.Of(key).Step("go");
        var workers = new HashSet<Guid>();

        for (var i = 0; i < 20; i++)
        {
            workers.Add(await Grains.GetGrain<IWorkerGrain>(key).Work(until: "go"));
        }

        Assert.Single(workers);
    }
}
