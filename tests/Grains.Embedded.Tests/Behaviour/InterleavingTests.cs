using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class InterleavingTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Write_WhileAnotherRuns_Waits()
    {
        var (grain, probe) = NewGrain();
        var first = grain.Write("first", until: "go");
        await probe.Until("first starts").WaitAsync(Patience);
        var second = grain.Write("second", until: "go");
        await grain.Interleave("probe", until: "first starts");

        Assert.Equal(["first starts", "probe starts", "probe ends"], probe.Steps);

        probe.Step("go");
        await Task.WhenAll(first, second).WaitAsync(Patience);
        Assert.Equal(["first ends", "second starts", "second ends"], probe.Steps.Skip(4));
    }

    [Fact]
    public async Task AlwaysInterleave_WhileAWriteRuns_Runs()
    {
        var (grain, probe) = NewGrain();
        var write = grain.Write("write", until: "interleaved ends");
        await probe.Until("write starts").WaitAsync(Patience);

        await grain.Interleave("interleaved", until: "write starts").WaitAsync(Patience);
        await write.WaitAsync(Patience);

        Assert.Equal(["write starts", "interleaved starts", "interleaved ends", "write ends"], probe.Steps);
    }

    [Fact]
    public async Task Write_WhileAnInterleavingCallRuns_Runs()
    {
        var (grain, probe) = NewGrain();
        var interleaved = grain.Interleave("interleaved", until: "write ends");
        await probe.Until("interleaved starts").WaitAsync(Patience);

        await grain.Write("write", until: "interleaved starts").WaitAsync(Patience);
        await interleaved.WaitAsync(Patience);

        Assert.Equal(["interleaved starts", "write starts", "write ends", "interleaved ends"], probe.Steps);
    }

    [Fact]
    public async Task Read_WhileAReadRuns_Runs()
    {
        var (grain, probe) = NewGrain();
        var first = grain.Read("first", until: "second ends");
        await probe.Until("first starts").WaitAsync(Patience);

        await grain.Read("second", until: "first starts").WaitAsync(Patience);
        await first.WaitAsync(Patience);

        Assert.Equal(["first starts", "second starts", "second ends", "first ends"], probe.Steps);
    }

    [Fact]
    public async Task Read_WhileAReadRunsAndAWriteWaits_PassesTheWrite()
    {
        var (grain, probe) = NewGrain();
        var first = grain.Read("first", until: "go");
        await probe.Until("first starts").WaitAsync(Patience);
        var write = grain.Write("write", until: "go");

        await grain.Read("second", until: "first starts").WaitAsync(Patience);
        Assert.Equal(["first starts", "second starts", "second ends"], probe.Steps);

        probe.Step("go");
        await Task.WhenAll(first, write).WaitAsync(Patience);
        Assert.Equal(["first ends", "write starts", "write ends"], probe.Steps.Skip(4));
    }

    [Fact]
    public async Task Read_WhileAWriteRuns_Waits()
    {
        var (grain, probe) = NewGrain();
        var write = grain.Write("write", until: "go");
        await probe.Until("write starts").WaitAsync(Patience);
        var read = grain.Read("read", until: "go");
        await grain.Interleave("probe", until: "write starts");

        Assert.DoesNotContain("read starts", probe.Steps);

        probe.Step("go");
        await Task.WhenAll(write, read).WaitAsync(Patience);
        Assert.Equal(["write ends", "read starts", "read ends"], probe.Steps.Skip(4));
    }

    /// <summary>A write waits for every read that runs, also for those that began beside one that has ended.</summary>
    [Fact]
    public async Task Write_WhenTheFirstOfTwoReadsEnds_WaitsForTheSecond()
    {
        var (grain, probe) = NewGrain();
        var first = grain.Read("first", until: "let the first go");
        await probe.Until("first starts").WaitAsync(Patience);
        var second = grain.Read("second", until: "let the second go");
        await probe.Until("second starts").WaitAsync(Patience);
        var write = grain.Write("write", until: "second ends");

        probe.Step("let the first go");
        await first.WaitAsync(Patience);
        await grain.Read("third", until: "first ends").WaitAsync(Patience);
        await grain.Interleave("probe", until: "third ends").WaitAsync(Patience);
        Assert.DoesNotContain("write starts", probe.Steps);

        probe.Step("let the second go");
        await Task.WhenAll(second, write).WaitAsync(Patience);
        Assert.Equal(["second ends", "write starts", "write ends"], probe.Steps.TakeLast(3));
    }

    [Fact]
    public async Task Call_OfAReentrantGrain_InterleavesAtAwaits()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<IReentrantGrain>(key);
        var first = grain.Write("first", until: "second ends");
        await Probe.Of(key).Until("first starts").WaitAsync(Patience);

        await grain.Write("second", until: "first starts").WaitAsync(Patience);
        await first.WaitAsync(Patience);

        Assert.Equal(["first starts", "second starts", "second ends", "first ends"], Probe.Of(key).Steps);
    }

    private (IGatedGrain Grain, Probe Probe) NewGrain()
    {
        var key = NewKey();
        return (Grains.GetGrain<IGatedGrain>(key), Probe.Of(key));
    }
}
